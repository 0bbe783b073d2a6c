import dayjs, { type Dayjs } from 'dayjs';
import type { DeskOrder, Need, Wish } from '@xiangyin/server/contract';
import { fromCounty } from '../../kit/time.ts';

/** How a contact is to be told. */
export interface TypedNotices {
  channel: 'none' | 'sms' | 'email';
  email?: string;
  /** Left out: of everything. */
  purposes?: ('progress' | 'booked' | 'arrived' | 'done')[];
}

/** What somebody beside whoever ordered may be told. */
export type Told = 'progress' | 'visit' | 'everything';

/** By which numbers they are called. */
export const otherContacts = [1, 2] as const;

/** Somebody beside whoever ordered. */
export interface TypedContact {
  name?: string;
  phone?: string;
  told?: Told;
  notices?: TypedNotices;
}

/** What the clerk types. */
export interface TypedOrder {
  channel: 'phone' | 'desk' | 'paper';
  serviceId: string;
  placeId: string;
  address?: string;
  name: string;
  phone: string;
  notices?: TypedNotices;
  others?: TypedContact[];
  orderedFor: NonNullable<DeskOrder['orderedFor']>;
  servedName?: string;
  servedAgrees?: boolean;
  note?: string;
  /** Best first. A day is a text where it was kept in the browser. */
  wishes?: { day?: Dayjs | string | null; part?: Wish['part'] }[];
  peopleServed?: number | null;
  needs?: Need[];
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
  return {
    serviceId: typed.serviceId,
    placeId: typed.placeId,
    channel: typed.channel,
    contacts: [typed, ...(typed.others ?? [])].map(contactOf),
    orderedFor: typed.orderedFor,
    ...(typed.orderedFor !== 'self' && typed.servedName?.trim() && typed.servedAgrees
      ? { served: { name: typed.servedName, agrees: true } }
      : {}),
    address: typed.address ?? '',
    note: typed.note ?? '',
    wishes: wishesOf(typed.wishes ?? []),
    peopleServed: typed.peopleServed ?? 1,
    needs: typed.needs ?? [],
    consentRead: true,
    again: typed.again ?? false,
    ...(typed.channel === 'paper' && typed.happenedAt ? { happenedAt: fromCounty(dayjs(typed.happenedAt), zone) } : {}),
  };
}

/** One of them, as the API takes them. */
export const contactOf = ({ name, phone, told, notices }: TypedContact) => ({
  name: name ?? '',
  phone: phone ?? '',
  ...(told ? { told: [told] } : {}),
  ...(notices && notices.channel !== 'none' ? { notices: noticesOf(notices) } : {}),
});

function noticesOf({ channel, email, purposes }: TypedNotices): NonNullable<DeskOrder['contacts'][number]['notices']> {
  return {
    channel: channel === 'email' ? 'email' : 'sms',
    purposes: purposes ?? ['progress', 'booked', 'arrived', 'done'],
    ...(channel === 'email' && email ? { email } : {}),
  };
}

/** Times as they are typed, as the API takes them; a line left empty is none. */
export const wishesOf = (typed: NonNullable<TypedOrder['wishes']>): Wish[] =>
  typed.flatMap(({ day, part = 'any' }) =>
    day || part !== 'any' ? [{ on: day ? dayjs(day).format('YYYY-MM-DD') : null, part }] : [],
  );
