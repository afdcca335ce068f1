import { append, type Chain, type ChainTools } from '../chain.ts';
import type { Binding, Caused, Place, Stamp } from './types.ts';

type PlaceEvent =
  | { readonly kind: 'bound'; readonly number: number; readonly binding: Binding }
  | { readonly kind: 'unbound' }
  | { readonly kind: 'suspended' };

/** What is to become of a group's binding; a new one replaces the old. */
export type PlaceOrder = PlaceEvent & Stamp;

export type PlaceFact = PlaceEvent & Stamp & Caused;

/** One group, as it is kept. */
export interface PlaceRecord {
  readonly chat: string;
  readonly chain: Chain<PlaceFact>;
}

/** Equal for equal bindings. */
export const bindingKey = (binding: Binding): string =>
  binding.kind === 'desk'
    ? `desk ${binding.unit}`
    : ['enterprise-group', binding.district, ...binding.station, binding.enterprise].join(' ');

function after(place: Place, event: PlaceEvent): Place {
  switch (event.kind) {
    case 'bound': {
      const { number, binding } = event;
      const isSame =
        !place.suspended && place.binding !== null && bindingKey(place.binding) === bindingKey(binding);
      return isSame ? place : { ...place, number, binding, suspended: false };
    }
    case 'unbound':
      return place.binding === null ? place : { ...place, binding: null };
    case 'suspended':
      return place.suspended ? place : { ...place, suspended: true };
  }
}

/** What a group's events come to. */
export const readPlace = ({ chat, chain }: PlaceRecord): Place =>
  chain.reduce<Place>((place, { fact }) => after(place, fact), {
    chat,
    binding: null,
    number: 0,
    suspended: false,
  });

/** The record with the order as its newest event; null where it knows the cause or nothing would change. */
export function applyPlaceOrder(
  before: { readonly chat: string; readonly record: PlaceRecord | null },
  { order, cause }: { readonly order: PlaceOrder; readonly cause: string },
  tools: ChainTools,
): PlaceRecord | null {
  const record = before.record ?? { chat: before.chat, chain: [] };
  if (record.chain.some(({ fact }) => fact.cause === cause)) return null;
  const place = readPlace(record);
  if (after(place, order) === place) return null;
  return { ...record, chain: append<PlaceFact>(record.chain, { fact: { ...order, cause } }, tools) };
}
