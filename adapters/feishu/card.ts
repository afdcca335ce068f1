import type { OutboundOffer } from '../../src/ports/message.ts';
import type { Button } from './events.ts';
import type { FeishuWords } from './words.ts';

export interface CardContent {
  readonly text: string;
  /** Open id of the person who is called. */
  readonly mention: string | null;
  readonly offer: Pick<OutboundOffer, 'id' | 'choices'> | null;
  /** Open id of the person whom the card goes to alone. */
  readonly private: string | null;
  readonly button: FeishuWords['button'];
}

/**
 * A card (JSON 2.0) of plain text and one button a choice. Words that are not ours stand only in `plain_text`, where
 * no markup is read, so nobody can call a whole group through the bot. Cards are not passed on: what is clicked
 * elsewhere would count here.
 */
export function renderCard({ text, mention, offer, private: person, button }: CardContent): string {
  const value = (key: string, label: string): Button => ({
    offer: offer?.id ?? '',
    key,
    label,
    ...(person === null ? {} : { private: person }),
  });
  const called = mention === null ? [] : [{ tag: 'markdown', content: `<at id=${mention}></at>` }];
  const buttons = (offer?.choices ?? []).map(({ key, label }) => ({
    tag: 'button',
    text: { tag: 'plain_text', content: button(key, label) },
    type: 'default',
    width: 'fill',
    behaviors: [{ type: 'callback', value: value(key, label) }],
  }));
  return JSON.stringify({
    schema: '2.0',
    config: { update_multi: true, enable_forward: false },
    body: { elements: [...called, { tag: 'div', text: { tag: 'plain_text', content: text } }, ...buttons] },
  });
}
