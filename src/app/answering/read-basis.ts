import { type Cited, findCited } from '../../domain/answer/cited-clause.ts';
import type { AnswerBasis } from '../../domain/conversation/answered.ts';
import type { Policy, PolicyClause } from '../../domain/policy/types.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import { placeOf, shortTitle } from '../../text/zh/answer-source.ts';
import { basisWords } from '../../text/zh/answered.ts';
import type { Said } from '../turn/types.ts';

/** What somebody's words about a basis come to: it is found, or something is to be said. */
export type ReadBasis =
  | { readonly kind: 'found'; readonly basis: AnswerBasis; readonly policy: Policy }
  | { readonly kind: 'said'; readonly reply: OutboundMessage };

const PARAGRAPH = /\.p(\d+)$/;

/** 「第三条第二款」: the first paragraph of an article stands in the article itself. */
function placeIn(clause: PolicyClause): string {
  const place = placeOf({ clause });
  const below = PARAGRAPH.exec(clause.id)?.[1];
  return below === undefined || !place.endsWith('条')
    ? place
    : `${place}${basisWords.paragraph(Number(below) + 1)}`;
}

/** A document, and the clause of it, as an answer names them. */
function toBasis(policy: Policy, clause: PolicyClause | null): AnswerBasis {
  return {
    policy: policy.id,
    clause: clause?.id ?? null,
    title: shortTitle(policy),
    documentNumber: policy.documentNumber,
    place: clause === null ? '' : placeIn(clause),
  };
}

interface Option {
  readonly label: string;
  /** The words that name it alone. */
  readonly basis: string;
}

function asking({ message }: Said, text: string, options: readonly (Option & { readonly says: string })[]) {
  const choices = options.map(({ label, says }, at) => ({ key: String(at + 1), label, says }));
  const offer = { id: message.id, topic: basisWords.topic, for: message.from.id, choices };
  return { text: [text, ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n'), offer };
}

const named = (policy: Policy): string => `《${policy.title ?? policy.file}》`;

function optionsOf(cited: Extract<Cited, { kind: 'which-document' | 'which-clause' }>): readonly Option[] {
  if (cited.kind === 'which-document') {
    return cited.policies.map((policy) => ({
      label: `《${shortTitle(policy)}》`,
      basis: `${named(policy)}${cited.place}`,
    }));
  }
  const { policy, clauses } = cited;
  return clauses.map((clause) => ({
    label: basisWords.clauseLabel(placeIn(clause), clause.heading ?? clause.text),
    basis: `${named(policy)} ${clause.id}`,
  }));
}

/** The document and clause that words name; what is not clear is asked about, `again` saying the command with the choice. */
export function readBasis(
  words: string,
  {
    policies,
    said,
    again,
  }: {
    readonly policies: readonly Policy[];
    readonly said: Said;
    readonly again: (basis: string) => string;
  },
): ReadBasis {
  const cited = findCited(words, policies);
  const say = (text: string): ReadBasis => ({ kind: 'said', reply: { text } });
  switch (cited.kind) {
    case 'found':
      return { kind: 'found', basis: toBasis(cited.policy, cited.clause), policy: cited.policy };
    case 'document-needed':
      return say(basisWords.documentNeeded);
    case 'no-document':
      return say(basisWords.noDocument(cited.name));
    case 'no-clause':
      return say(basisWords.noClause(shortTitle(cited.policy), cited.place));
    case 'which-document':
    case 'which-clause': {
      const text =
        cited.kind === 'which-document'
          ? basisWords.whichDocument
          : basisWords.whichClause(shortTitle(cited.policy));
      const options = optionsOf(cited).map((option) => ({ ...option, says: again(option.basis) }));
      return { kind: 'said', reply: asking(said, text, options) };
    }
  }
}
