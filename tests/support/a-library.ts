import { createHash } from 'node:crypto';
import { createDocumentReader } from '../../adapters/documents/index.ts';
import type { LibraryDeps } from '../../src/app/library/open-library.ts';
import type { Segmenter } from '../../src/domain/segment.ts';
import { type Instant, parseInstant } from '../../src/domain/time.ts';
import { createUnitDirectory } from '../../src/domain/unit/directory.ts';
import type { DerivedStore, LibraryFile, LibraryFolder } from '../../src/ports/files.ts';
import type { Log } from '../../src/ports/log.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';
import { unitData } from './seeds.ts';

/** Three short documents: one of 武汉 with an end, one plan of 武汉, one of 上海. */
export const DOCUMENTS = {
  measures: `武汉市支持中小企业发展若干措施
武政规〔2023〕5号
一、资金奖励
（一）小巨人奖励。对首次认定的国家级专精特新“小巨人”企业，给予一次性奖励50万元。（责任单位：市经信局、市财政局）
（二）单项冠军奖励。对新认定的制造业单项冠军企业，给予一次性奖励100万元。（责任单位：市经信局）
二、融资服务
（一）建设首贷服务站。各银行设立首贷服务站，为首贷户提供一对一服务。（责任单位：市地方金融局）
本措施自2023年1月1日起施行，有效期至2024年12月31日。
`,
  plan: `武汉市2023年中小企业工作要点
一、培育主体
1．推动“小进规”攻坚。全年新增规上工业企业500家。（责任单位：市经信局）
2．建设中试平台。新建中试平台20家，服务成果转化。（责任单位：市科技局）
`,
  shanghai: `上海市促进中小企业发展规划
一、主要任务
1．培育专精特新企业。到2025年，全市专精特新企业达到8000家左右，小巨人奖励由各区落实。
2．优化融资环境。推广首贷服务，降低融资成本。
`,
} as const;

export interface FakeFolder extends LibraryFolder {
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly remove: (name: string) => void;
  /** Listed with this size, whatever it holds; reading it fails. */
  readonly pretend: (name: string, size: number) => void;
  /** Makes listing fail from now on. */
  readonly breakDown: () => void;
  /** Tells the watchers that something has changed. */
  readonly notify: () => void;
}

export function createFakeFolder(files: Readonly<Record<string, string>> = {}): FakeFolder {
  const held = new Map<string, { bytes: Uint8Array | null; size: number; stamp: string }>();
  const watchers = new Set<() => void>();
  let changes = 0;
  let broken = false;
  const write: FakeFolder['write'] = (name, content) => {
    const bytes = Buffer.from(content);
    held.set(name, { bytes, size: bytes.length, stamp: String((changes += 1)) });
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    write,
    remove: (name) => void held.delete(name),
    pretend: (name, size) => void held.set(name, { bytes: null, size, stamp: String((changes += 1)) }),
    breakDown: () => (broken = true),
    notify: () => {
      for (const changed of watchers) changed();
    },
    list: () =>
      broken
        ? Promise.reject(new Error('no folder'))
        : Promise.resolve([...held].map(([name, { size, stamp }]): LibraryFile => ({ name, size, stamp }))),
    read: (name) => {
      const bytes = held.get(name)?.bytes;
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('gone'));
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
}

export interface FakeStore extends DerivedStore {
  readonly held: Map<string, Uint8Array>;
}

export function createFakeStore(): FakeStore {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    get: (key) => Promise.resolve(held.get(key) ?? null),
    put: (key, bytes) => Promise.resolve(void held.set(key, bytes)),
    keepOnly: (keys) => {
      for (const key of held.keys()) if (!keys.includes(key)) held.delete(key);
      return Promise.resolve();
    },
  };
}

/** Codes that were logged, with their facts. */
export function createFakeLog(): Log & {
  readonly lines: readonly { readonly code: string; readonly facts: unknown }[];
} {
  const lines: { code: string; facts: unknown }[] = [];
  const note = (code: string, facts?: unknown): void => void lines.push({ code, facts });
  return { lines, info: note, warn: note, error: note };
}

export interface LibraryBench {
  readonly deps: LibraryDeps;
  readonly folder: FakeFolder;
  readonly store: FakeStore;
  readonly log: ReturnType<typeof createFakeLog>;
  /** Names of the files that were read by the document reader, in order: what was not taken from the cache. */
  readonly parsed: string[];
  readonly setClock: (text: string) => void;
}

/** Everything that a library stands on, in memory; the clock stands still. */
export function aLibraryBench({
  files = {},
  now = '2026-11-21T09:00',
  segmenter = createFakeSegmenter(['上海', '武汉', '小巨人', '单项冠军', '中试', '首贷']),
}: {
  files?: Readonly<Record<string, string>>;
  now?: string;
  segmenter?: Segmenter;
} = {}): LibraryBench {
  const folder = createFakeFolder(files);
  const store = createFakeStore();
  const log = createFakeLog();
  const parsed: string[] = [];
  const reader = createDocumentReader();
  let at = parseInstant(now) as Instant;
  return {
    folder,
    store,
    log,
    parsed,
    setClock: (text) => (at = parseInstant(text) as Instant),
    deps: {
      placeOf: (region) => region,
      parsedWith: 'seeds',
      folder,
      derived: store,
      log,
      clock: { now: () => at },
      digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      pause: () => Promise.resolve(),
      segmenter,
      units: createUnitDirectory(unitData()),
      reader: {
        read: (file) => {
          parsed.push(file.name);
          return reader.read(file);
        },
      },
    },
  };
}

/** The three documents under their names. */
export const threeFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([name, text]) => [`${name}.txt`, text]),
);
