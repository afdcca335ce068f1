/** Sentences about deliveries. */

/** Shown where a crash left open whether a message was shown: better twice with a word than never. */
export const maybeSentNotice = (text: string): string =>
  `（上次中断时，下面这条可能没有发到，再发一次：）\n${text}`;
