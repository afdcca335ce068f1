import type { LocalDate } from '../../time.ts';
import type { PolicyMetadata } from '../types.ts';
import { findPublishedOn, findWrittenOn, labelledDay } from './issue-dates.ts';
import { findIssuer } from './issuer.ts';
import { headPieces, signaturePieces } from './pieces.ts';
import { readLabels } from './labels.ts';
import { findNumber } from './number.ts';
import { findPlace } from './place.ts';
import { planYearsOf } from './plan-years.ts';
import { findSignature } from './signature.ts';
import { findTitle } from './title.ts';
import { findValidity } from './validity-period.ts';

/** A list's bullet, and the lone dash that a site puts before a title. */
const MARK = /^(?:[-•·●◆▪*]\s+|[—–-](?=[\u4e00-\u9fa5]{4}))/;
const HEAD_LINES = 80;
const DRAFT = /征求意见稿|公开征求[^。]{0,40}意见|征求[^。]{2,40}意见的|送审稿|讨论稿|[(（]草案[)）]/;

/** Reads a document's metadata from its restored lines; what does not stand there is null. */
export function findMetadata(lines: readonly string[], text: string): PolicyMetadata {
  const printed = lines.map((line) => line.trim().replace(MARK, '')).filter((line) => line !== '');
  const head = headPieces(printed.slice(0, HEAD_LINES));
  const labels = readLabels([...head, ...printed.slice(HEAD_LINES)]);
  const title = findTitle(head, labels);
  const documentNumber = findNumber(head, labels);
  // A table's last cell names who is responsible, not who signs.
  const signature = findSignature(signaturePieces(printed.filter((line) => !line.includes('\t'))));
  const publishedOn = findPublishedOn(printed, labels);
  const signedOn: LocalDate | null = signature?.on ?? findWrittenOn(labels);
  const issuingAuthority = findIssuer({ labels, title, signers: signature?.authorities ?? [] });
  const draft = title !== null && DRAFT.test(title);
  // Nothing counts from the day of a draft, which is when opinions are asked for.
  const issued = draft ? { publishedOn: null, signedOn: null } : { publishedOn, signedOn };
  const validity = findValidity(printed, issued);
  const place = findPlace({
    title,
    issuer: issuingAuthority,
    number: documentNumber,
    labelled: labels.get('region')?.[0] ?? null,
    text,
  });
  return {
    title,
    issuingAuthority,
    documentNumber,
    publishedOn,
    signedOn,
    effectiveOn: validity.effectiveOn ?? labelledDay(labels, 'effective'),
    validUntil: labelledDay(labels, 'expires') ?? validity.validUntil,
    ...place,
    draft,
    planYears: planYearsOf(title),
  };
}
