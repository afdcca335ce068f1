import type { Instant } from '../../src/domain/time.ts';
import { cleanText } from './clean-text.ts';
import { parseXml, type Xml } from './xml.ts';

/** What a message within a bundle is; `text` has words, the others at most a title. */
export type BundledKind =
  | 'text'
  | 'image'
  | 'voice'
  | 'video'
  | 'link'
  | 'location'
  | 'file'
  | 'card'
  | 'bundle'
  | 'mini-program'
  | 'other';

export interface Bundled {
  readonly kind: BundledKind;
  readonly name: string;
  readonly text: string;
  readonly at: Instant | null;
}

/** The message that another one answers, as the platform tells it. */
export interface Referred {
  readonly messageId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly text: string;
}

/** `datatype` of a bundle's `dataitem`, as WeChat's clients write it. */
const KINDS: Readonly<Record<string, BundledKind>> = {
  1: 'text',
  2: 'image',
  3: 'voice',
  4: 'video',
  5: 'link',
  6: 'location',
  8: 'file',
  16: 'card',
  17: 'bundle',
  19: 'mini-program',
};

const MOST_BUNDLED = 500;
const LONGEST_BUNDLED = 5_000;
const BEIJING_MS = 8 * 3_600_000;

/** 「2026-11-20 09:05」 in Beijing time, or seconds since 1970. */
function readMoment(text: string | null): Instant | null {
  if (text === null) return null;
  if (/^\d{9,10}$/.test(text)) return (Number(text) * 1000) as Instant;
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return (Date.UTC(year, month - 1, day, hour, minute, second) - BEIJING_MS) as Instant;
}

function readItem(item: Xml): Bundled {
  const kind = KINDS[item.attribute('datatype') ?? ''] ?? 'other';
  const text = kind === 'text' ? item.text('datadesc') : (item.text('datatitle') ?? '');
  return {
    kind,
    name: cleanText(item.text('sourcename') ?? ''),
    text: cleanText((text ?? '').slice(0, LONGEST_BUNDLED)),
    at: readMoment(item.text('srcMsgCreateTime')) ?? readMoment(item.text('sourcetime')),
  };
}

/** Puppets that keep the bundle to themselves leave its preview: 「张三: …」 a line. */
const readPreview = (lines: string): readonly Bundled[] =>
  lines.split('\n').flatMap((line): Bundled[] => {
    const parts = /^([^:：]{1,64})[:：]\s*(.+)$/.exec(line.trim());
    if (parts === null) return [];
    return [
      { kind: 'text', name: cleanText(parts[1] as string), text: cleanText(parts[2] as string), at: null },
    ];
  });

/** The messages of a merged forward from its XML, in their order; null where there are none. */
export function readBundle(source: string): readonly Bundled[] | null {
  const xml = parseXml(source);
  if (xml === null) return null;
  const record = xml.text('recorditem');
  const inner = record === null || record === '' ? xml : (parseXml(record) ?? xml);
  const items = inner.all('dataitem').slice(0, MOST_BUNDLED).map(readItem);
  const found = items.length > 0 ? items : readPreview(xml.text('des') ?? '');
  return found.length > 0 ? found : null;
}

/** A reply (`type` 57) whose XML the puppet has not turned into text: what it says, and what it answers. */
export function readReply(source: string): { readonly text: string; readonly referred: Referred } | null {
  const xml = parseXml(source);
  const [refer] = xml?.all('refermsg') ?? [];
  if (xml === null || refer === undefined) return null;
  const content = refer.text('content') ?? '';
  // What is answered may be a file or a link, whose content is XML again.
  const text = parseXml(content)?.text('title') ?? content;
  return {
    text: cleanText(xml.text('title') ?? ''),
    referred: {
      messageId: refer.text('svrid') || null,
      personId: refer.text('fromusr') || null,
      name: cleanText(refer.text('displayname') ?? ''),
      text: cleanText(text),
    },
  };
}

/** The id of the message that was taken back: alone, or in the XML of the notice. */
export function readRecalled(source: string): string | null {
  const xml = parseXml(source);
  if (xml !== null) return xml.text('newmsgid') || xml.text('msgid') || xml.text('oldmsgid') || null;
  const id = source.trim();
  return /^[\w@.:-]{1,128}$/.test(id) ? id : null;
}

/** Name and size of a file as far as its XML says them. */
export function readFile(source: string): { readonly name: string | null; readonly bytes: number | null } {
  const xml = parseXml(source);
  const bytes = Number(xml?.text('totallen') || Number.NaN);
  return { name: xml?.text('title') || null, bytes: Number.isFinite(bytes) ? bytes : null };
}
