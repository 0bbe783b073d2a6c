import type { Place } from '#places';
import type { Degrees } from '#places/contract';
import type { Tag } from '#platform/i18n';
import type { Contact, Need, Wish } from '../contract.ts';
import type { Service } from '../service/service-queries.ts';

/** An order about to be placed, its service and place found. */
export interface OrderDraft {
  readonly service: Service;
  /** Undefined: outside the county. */
  readonly place: Place | undefined;
  readonly channel: 'web' | 'phone' | 'desk' | 'paper' | 'kiosk';
  readonly contacts: readonly Contact[];
  readonly orderedFor: 'self' | 'parent' | 'child' | 'neighbour' | 'other';
  /** Of an order for somebody else: who is served, and since when they agree (null: nobody said). */
  readonly served?: { readonly name: string; readonly agreedAt: Date | null } | undefined;
  readonly address: string;
  /** Where the door is; undefined and null: nobody noted it. */
  readonly degrees?: Degrees | null;
  readonly note: string;
  readonly needs: readonly Need[];
  readonly wishes: readonly Wish[];
  /** How many are to be helped at once. */
  readonly peopleServed: number;
  readonly language: 'zh-CN' | 'en';
  /** The further language in which it was ordered; left out or null: none. */
  readonly tag?: Tag | null;
  /** The hidden trap was filled in. */
  readonly suspect: boolean;
  /** The clerk knows that the same was ordered before. */
  readonly again: boolean;
  readonly happenedAt?: Date | undefined;
  readonly takenDownBy: string | null;
  /** Made from another order, not asked for anew: the limit of a phone does not count. */
  readonly copied?: boolean;
  /** The order of which this is a part. */
  readonly splitFrom?: string | null;
  /** The series of which this is a day. */
  readonly seriesId?: string | null;
  /** The kiosk at which it was typed. */
  readonly kioskId?: string | null;
}
