import { fold } from '../hanzi/fold.ts';
import { pinyinOf } from '../hanzi/pinyin.ts';
import type { Question } from './types.ts';
import type { Needles } from './weight.ts';

/** A homophone speaks less clearly for a sentence than the characters themselves. */
const SOUND_SHARE = 0.6;

const HAN_OR_WORD = /\p{Script=Han}+|[a-z0-9]+/gu;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [run] of text.matchAll(HAN_OR_WORD)) {
    if (run.length <= 2 || /^[a-z0-9]/.test(run)) pieces.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) pieces.push(run.slice(at, at + 2));
  }
  return pieces;
}

const soundOf = (text: string): string => ` ${pinyinOf(text).join(' ')} `;

/** What to look for in the sentences of a clause: pairs of characters, their sounds, and documents' words for them. */
export function needlesOf(
  question: Question,
  idf: (term: string) => number,
  subject = question.subject,
): Needles {
  const weights = new Map<string, number>();
  const sounds = new Map<string, number>();
  for (const piece of piecesOf(subject)) weights.set(piece, Math.max(idf(piece), 0.1));
  for (const { means, weight, phrase } of question.sayings) {
    if (!subject.includes(phrase)) continue;
    for (const mean of means) {
      for (const piece of piecesOf(fold(mean))) {
        weights.set(piece, Math.max(weights.get(piece) ?? 0, weight * Math.max(idf(piece), 0.1)));
      }
    }
  }
  for (const [piece, weight] of weights) {
    if (/^\p{Script=Han}{2}$/u.test(piece)) sounds.set(soundOf(piece), weight * SOUND_SHARE);
  }
  return { weights, sounds, asked: question.text, fold, sound: soundOf };
}
