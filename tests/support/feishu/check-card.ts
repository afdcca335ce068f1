import { Refusal } from './refusal.ts';

const bad = (what: string): Refusal => new Refusal(230099, `Failed to create card content: ${what}`);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function only(value: unknown, names: readonly string[], where: string): Json {
  if (!isObject(value)) throw bad(`${where} is no object`);
  const strange = Object.keys(value).filter((name) => !names.includes(name));
  if (strange.length > 0) throw bad(`${where} has unknown ${strange.join(', ')}`);
  return value;
}

function checkText(value: unknown, tags: readonly string[]): void {
  const { tag, content } = only(value, ['tag', 'content', 'text_size', 'text_align', 'lines'], 'text');
  if (!tags.includes(String(tag))) throw bad(`text of tag ${String(tag)}`);
  if (typeof content !== 'string') throw bad('text without content');
}

/** Parts of a card (JSON 2.0) as far as they are used; the tags of JSON 1.0 (`action`, `note`) are not among them. */
const ELEMENTS: Readonly<Record<string, (element: Json) => void>> = {
  div: (element) => {
    only(element, ['tag', 'text', 'icon', 'width', 'margin'], 'div');
    checkText(element['text'], ['plain_text', 'lark_md']);
  },
  markdown: (element) => {
    only(element, ['tag', 'content', 'text_size', 'text_align', 'icon', 'margin'], 'markdown');
    if (typeof element['content'] !== 'string') throw bad('markdown without content');
  },
  hr: (element) => void only(element, ['tag', 'margin'], 'hr'),
  button: (element) => {
    only(
      element,
      ['tag', 'text', 'type', 'size', 'width', 'behaviors', 'disabled', 'confirm', 'name', 'margin'],
      'button',
    );
    checkText(element['text'], ['plain_text', 'lark_md']);
    const behaviors = element['behaviors'];
    if (!Array.isArray(behaviors) || behaviors.length === 0) throw bad('button without behaviors');
    for (const one of behaviors) {
      const behavior = only(one, ['type', 'value'], 'behavior');
      if (behavior['type'] !== 'callback') throw bad(`behavior ${String(behavior['type'])}`);
      if (!isObject(behavior['value']) && typeof behavior['value'] !== 'string')
        throw bad('callback without value');
    }
  },
};

const MOST_ELEMENTS = 200;

/** Throws a refusal unless it is a card as the platform takes it. */
export function checkCard(card: unknown): void {
  const whole = only(card, ['schema', 'config', 'header', 'body', 'card_link'], 'card');
  if (whole['schema'] !== '2.0') throw bad('schema is not 2.0');
  const names = [
    'update_multi',
    'enable_forward',
    'enable_forward_interaction',
    'width_mode',
    'summary',
    'style',
    'locales',
  ];
  const config = only(whole['config'] ?? {}, names, 'config');
  if (config['update_multi'] === false) throw bad('update_multi must be true');
  const { elements } = only(whole['body'], ['elements', 'direction', 'padding', 'vertical_spacing'], 'body');
  if (!Array.isArray(elements)) throw bad('no elements');
  if (elements.length > MOST_ELEMENTS) throw bad('too many elements');
  for (const element of elements) {
    if (!isObject(element)) throw bad('element is no object');
    const check = ELEMENTS[String(element['tag'])];
    if (!check) throw bad(`unknown tag ${String(element['tag'])}`);
    check(element);
  }
}

const TOASTS: readonly unknown[] = ['info', 'success', 'error', 'warning'];

/** Throws unless the platform could show it: what a callback is answered with is a toast, a card, both or nothing. */
export function checkClickAnswer(answer: unknown): void {
  const { toast } = only(answer ?? {}, ['toast', 'card'], 'answer');
  if (toast === undefined) return;
  const { type, content } = only(toast, ['type', 'content', 'i18n'], 'toast');
  if (!TOASTS.includes(type)) throw bad(`toast of type ${String(type)}`);
  if (typeof content !== 'string' || content === '') throw bad('toast without content');
}
