import { type Cleaned, takeOut } from './droppings.ts';

/** Control characters, halves of surrogate pairs, zero-width marks, private use, and characters that a decoder gave up. */
const CONTROL =
  /[\ufe00-\ufe0f]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufff9-\ufffc\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Stray tags of a page; 「<含开发区>」 is text. Attributes are bounded so that hostile text cannot slow it down. */
const TAG = /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,300})?\/?>/gi;

export const dropControl = (text: string): Cleaned => takeOut(text, CONTROL, 'control');

export const dropTags = (text: string): Cleaned =>
  text.includes('<') ? takeOut(text, TAG, 'markup') : { text, dropped: [] };
