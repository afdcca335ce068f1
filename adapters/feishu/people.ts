import type { Instant } from '../../src/domain/time.ts';
import type { FeishuApi } from './api.ts';
import { createRecent } from './recent.ts';

/** Names of people: hints for eyes, fetched where the app may, and empty where not. */
export interface People {
  readonly nameOf: (openId: string) => Promise<string>;
  /** A name that came along with something. */
  readonly learn: (openId: string, name: string) => void;
}

const MOST_PEOPLE = 5000;
const KNOWN_MS = 24 * 3_600_000;
/** The app may be allowed to see them tomorrow. */
const UNKNOWN_MS = 3_600_000;

export interface PeopleDeps {
  readonly api: Pick<FeishuApi, 'personName'>;
  readonly now: () => Instant;
  /** No name is worth a longer wait: events want to be acknowledged. */
  readonly patienceMs: number;
}

export function createPeople({ api, now, patienceMs }: PeopleDeps): People {
  const known = createRecent<{ readonly name: Promise<string>; readonly until: number }>(MOST_PEOPLE);
  const fetchName = async (openId: string): Promise<string> => {
    try {
      return await inTime(api.personName(openId), patienceMs);
    } catch {
      known.set(openId, { name: Promise.resolve(''), until: now() + UNKNOWN_MS });
      return '';
    }
  };
  return {
    nameOf: (openId) => {
      const found = known.get(openId);
      if (found && found.until > now()) return found.name;
      const name = fetchName(openId);
      known.set(openId, { name, until: now() + KNOWN_MS });
      return name;
    },
    learn: (openId, name) => {
      if (name !== '') known.set(openId, { name: Promise.resolve(name), until: now() + KNOWN_MS });
    },
  };
}

async function inTime(name: Promise<string>, ms: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(() => resolve(''), ms)));
  try {
    return await Promise.race([name, late]);
  } finally {
    clearTimeout(timer);
  }
}
