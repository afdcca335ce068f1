import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Letter } from './api.ts';
import { renderCard } from './card.ts';
import { type Address, personIn } from './ids.ts';
import { renderText } from './plain.ts';
import { bytesOf, splitText } from './split.ts';
import type { FeishuWords } from './words.ts';

/** A text's whole request may have 150 KB and a card's 30 KB; the rest of a request needs less than one. */
const TEXT_BYTES = 149 * 1024;
const CARD_BYTES = 29 * 1024;

export interface LetterDeps {
  readonly words: Pick<FeishuWords, 'button' | 'mentionMe'>;
  /** Everything said in groups reaches us, not mentions alone. */
  readonly hearsAll: boolean;
  /** A card though there is nothing to choose: it takes the place of one. */
  readonly asCard: boolean;
}

/** Whether somebody is to answer it. */
export const wantsAnswer = ({ offer, wantsWords }: OutboundMessage): boolean =>
  offer !== undefined || wantsWords === true;

/** The messages that say a text with its offer, in order; where there are buttons, the last one is the card with them. */
export function lettersOf(
  to: Address,
  message: OutboundMessage,
  { words, hearsAll, asCard }: LetterDeps,
): readonly Letter[] {
  const isGroup = to.kind === 'chat_id';
  const mention = isGroup ? personIn(message.mention) : null;
  const isUnheard = wantsAnswer(message) && isGroup && !hearsAll;
  const text = isUnheard ? `${message.text}\n${words.mentionMe}` : message.text;
  const choices = message.offer && message.offer.choices.length > 0 ? message.offer : null;
  const textLetter = (piece: string, called: string | null): Letter => ({
    type: 'text',
    content: renderText(piece, called),
  });
  const card = (piece: string, called: string | null): Letter => ({
    type: 'interactive',
    content: renderCard({
      text: piece,
      mention: called,
      offer: choices,
      private: isGroup ? null : to.id,
      button: words.button,
    }),
  });
  const fitsCard = (piece: string): boolean => bytesOf(card(piece, mention).content) <= CARD_BYTES;
  const fitsText = (piece: string): boolean => bytesOf(textLetter(piece, mention).content) <= TEXT_BYTES;
  // Buttons that no card can hold are left out: what they offer can be typed.
  const hasCard = (choices !== null || asCard) && fitsCard('');
  const pieces = splitText(text, hasCard ? fitsCard : fitsText).filter((piece) => piece !== '' || hasCard);
  return pieces.map((piece, index) => {
    const called = index === 0 ? mention : null;
    return hasCard && index === pieces.length - 1 ? card(piece, called) : textLetter(piece, called);
  });
}
