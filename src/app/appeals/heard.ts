import type { AppealOrder } from './types.ts';

/** Whether the order was said to the bot: in private, or by its name. */
export const isHeard = ({ isGroup, isAddressed }: Pick<AppealOrder, 'isGroup' | 'isAddressed'>): boolean =>
  !isGroup || isAddressed === true;
