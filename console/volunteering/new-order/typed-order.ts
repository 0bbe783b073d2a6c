import dayjs, { type Dayjs } from 'dayjs';
import type { DeskOrder } from '@xiangyin/server/contract';
import { fromCounty } from '../../kit/time.ts';

/** What the clerk types. */
export interface TypedOrder {
  channel: 'phone' | 'desk' | 'paper';
  serviceId: string;
  placeId: string;
  address?: string;
  name: string;
  phone: string;
  second?: { name: string; phone: string } | null;
  orderedFor: NonNullable<DeskOrder['orderedFor']>;
  note?: string;
  /** A text where it was kept in the browser. */
  wishDay?: Dayjs | string | null;
  wishPart: 'any' | 'morning' | 'afternoon' | 'evening';
  happenedAt?: Dayjs | string | null;
  consent: boolean;
  again?: boolean;
}

/** What was kept in the browser comes back as text. */
export const asDay = (value: Dayjs | string | null | undefined): { value: Dayjs | null } => ({
  value: value ? dayjs(value) : null,
});

/** The same as the API takes it; times are the county's. */
export function orderOf(typed: TypedOrder, zone: string): DeskOrder {
  const contact = (who: { name: string; phone: string }) => ({ name: who.name, phone: who.phone });
  return {
    serviceId: typed.serviceId,
    placeId: typed.placeId,
    channel: typed.channel,
    contacts: [contact(typed), ...(typed.second ? [contact(typed.second)] : [])],
    orderedFor: typed.orderedFor,
    address: typed.address ?? '',
    note: typed.note ?? '',
    wishes:
      typed.wishDay || typed.wishPart !== 'any'
        ? [{ on: typed.wishDay ? dayjs(typed.wishDay).format('YYYY-MM-DD') : null, part: typed.wishPart }]
        : [],
    consentRead: true,
    again: typed.again ?? false,
    ...(typed.channel === 'paper' && typed.happenedAt ? { happenedAt: fromCounty(dayjs(typed.happenedAt), zone) } : {}),
  };
}
