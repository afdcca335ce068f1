import type { AccountId } from './account.ts';
import type { CodeOrder } from './codes.ts';
import type { EnterpriseOrder } from './enterprise.ts';
import type { PersonOrder } from './person.ts';
import type { PlaceOrder } from './place.ts';
import type { EnterpriseId } from './types.ts';

/** The one record of all codes. */
export const CODE_BOOK = 'book';

/** Work for one record: it is done at least once, and changes it once. */
export type RecordOrder =
  | { readonly record: 'person'; readonly id: AccountId; readonly order: PersonOrder }
  | { readonly record: 'place'; readonly id: string; readonly order: PlaceOrder }
  | { readonly record: 'enterprise'; readonly id: EnterpriseId; readonly order: EnterpriseOrder }
  | { readonly record: 'code'; readonly id: typeof CODE_BOOK; readonly order: CodeOrder };
