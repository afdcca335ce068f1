/**
 * One-character words that hold sentences together. Alone they say nothing about what is asked for; a pair of
 * one of them with the neighbouring word (「的生」「在德」) is found in passages mostly by chance.
 */
const GRAMMAR =
  '的了着过地得之所是为在于与和及或而且但以由被把将从向到对自按据因则即就也都还又再才便很最更不没无未有其此该这那它他她们我你您者等并各每某个中内上下后前时';

const IS_GRAMMAR = new Uint8Array(0x10000);
for (let at = 0; at < GRAMMAR.length; at += 1) IS_GRAMMAR[GRAMMAR.charCodeAt(at)] = 1;

export const isGrammar = (unit: number): boolean => IS_GRAMMAR[unit] === 1;
