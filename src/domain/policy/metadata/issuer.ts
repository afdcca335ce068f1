import { isOrganisation } from './organisation.ts';
import type { Label } from './labels.ts';

const JOINT = /[、,，\s　]+/;
/** 「某某区工业和信息化局」 in a title and 「江州市东湾区工业和信息化局」 under it are one. */
const ALIKE = 6;
const PREFIX = /^([^《》]{3,120}?)[:：]?(?:关于|转发|印发|《)/;

/** 「甲局 乙局关于…」 「市人民政府办公厅关于…」: the authorities in front of a title. */
function fromTitle(title: string | null): readonly string[] {
  const prefix = title === null ? null : PREFIX.exec(title)?.[1];
  if (!prefix) return [];
  const parts = prefix.split(JOINT).flatMap((part) => (part === '' ? [] : unglued(part)));
  if (parts.every(isOrganisation)) return parts;
  return isOrganisation(prefix.slice(-40)) ? [prefix] : [];
}

/** Wrapped titles lose the blank between joint issuers; 「甲市财政局甲市税务局关于」 shows by its place what was two. */
function unglued(names: string): readonly string[] {
  const place = /^[\u4e00-\u9fa5]{2,4}?[省市县区州]/.exec(names)?.[0];
  const joint = `(?<=[局委厅部府会室心院])(?<!国家税务总局)(?=${place}|国家税务总局)`;
  return place === undefined ? [names] : names.split(new RegExp(joint));
}

/** True where `short` is an abbreviation of `full`: all its characters stand there in order. */
function abbreviates(short: string, full: string): boolean {
  let at = 0;
  for (const character of full) if (character === short[at]) at++;
  return at === short.length;
}

/** Each signer in its fullest form: the signature may be short where the title is not, or the other way round. */
function fullest(signers: readonly string[], others: readonly string[]): readonly string[] {
  return signers.map(
    (signer) => others.find((other) => other.length > signer.length && abbreviates(signer, other)) ?? signer,
  );
}

/** The signature wins unless the title names somebody else: a page's own foot can carry a stranger's name. */
function namedBy(found: {
  readonly titled: readonly string[];
  readonly signers: readonly string[];
  readonly labelled: readonly string[];
}): readonly string[] {
  const { titled, signers, labelled } = found;
  const alike = signers.some((signer) =>
    titled.some((name) => signer.slice(-ALIKE) === name.slice(-ALIKE) && signer.length > name.length),
  );
  if (
    titled.length > 0 &&
    !alike &&
    !signers.some((signer) => titled.some((name) => abbreviates(signer, name) || abbreviates(name, signer)))
  ) {
    return fullest(titled, [...signers, ...labelled]);
  }
  return signers.length > 0 ? fullest(signers, [...titled, ...labelled]) : labelled;
}

/** The issuing authority, joint issuers joined by 、; null where neither label, signature nor title names one. */
export function findIssuer({
  labels,
  title,
  signers,
}: {
  readonly labels: ReadonlyMap<Label, readonly string[]>;
  readonly title: string | null;
  readonly signers: readonly string[];
}): string | null {
  const labelled = (labels.get('issuer') ?? []).flatMap((value) => value.split(JOINT)).filter(isOrganisation);
  const titled = fromTitle(title);
  const named = namedBy({ titled, signers, labelled });
  const unique = [...new Set(named)];
  if (unique.length > 0) return unique.join('、');
  const source = (labels.get('source') ?? []).find(isOrganisation);
  return source ?? null;
}
