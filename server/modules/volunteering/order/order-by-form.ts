import { placeByCode } from '#places';
import type { Actor } from '#platform/actor';
import { furtherTag } from '#platform/spoken-tag';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { Contact, Need, PlacedOrder, Wish } from '../contract.ts';
import { beginByForm } from '../series/begin-by-form.ts';
import { serviceBySlug } from '../service/service-queries.ts';
import type { OrderDraft } from './order-draft.ts';
import { mustNotCrowd } from './order-limits.ts';
import { placeOrder } from './place-order.ts';

/** What a resident filled in on the public page, or at a station's kiosk. */
export interface FormOrder {
  readonly slug: string;
  readonly placeCode: string;
  readonly name: string;
  readonly phone: string;
  readonly orderedFor: OrderDraft['orderedFor'];
  /** Who is served, and agrees; undefined: whoever orders. */
  readonly servedName: string | undefined;
  readonly address: string;
  readonly note: string;
  readonly wishes: readonly Wish[];
  /** How it comes again, from the first wish on; undefined: once. */
  readonly repeatRule: string | undefined;
  readonly peopleServed: number;
  /** Up to two more people to tell. */
  readonly others: readonly Contact[];
  /** Messages the orderer wishes; undefined: none. */
  readonly notices: Contact['notices'];
  readonly needs: readonly Need[];
  /** The trap's content; a person leaves it empty. */
  readonly trap: string;
  /** What is counted: the asker's address, or the kiosk. */
  readonly net: string;
  /** The station's screen at which it was filled in. */
  readonly kioskId?: string;
}

/** An order by the public form, without account. What fell into the trap is taken all the same and listed under "please check": a mistaken trap must cost nobody their help.
 *  Refuses as `placeOrder` and, where it comes again, as `beginByForm`; and TooManyRequests (429) for a net beyond its share of the day. */
export async function orderByForm(ctx: Ctx, actor: Actor, form: FormOrder): Promise<PlacedOrder> {
  return ctx.transaction(async (tx) => {
    const service =
      (await serviceBySlug(tx, form.slug)) ??
      refuse('ServiceNotOffered', {}, [{ path: '/service', code: 'not_offered' }]);
    await mustNotCrowd(tx, form.net);
    const placed = await placeOrder(tx, actor, {
      service,
      place: placeByCode(tx, form.placeCode),
      channel: form.kioskId ? 'kiosk' : 'web',
      kioskId: form.kioskId ?? null,
      contacts: [{ name: form.name, phone: form.phone, notices: form.notices }, ...form.others],
      orderedFor: form.orderedFor,
      served: form.servedName === undefined ? undefined : { name: form.servedName, agreedAt: tx.at },
      address: form.address,
      note: form.note,
      needs: form.needs,
      wishes: form.wishes,
      peopleServed: form.peopleServed,
      language: ctx.language,
      tag: furtherTag(ctx),
      suspect: form.trap.trim() !== '',
      again: false,
      takenDownBy: null,
    });
    if (form.repeatRule !== undefined) await beginByForm(tx, actor, placed.orderId, form.repeatRule);
    return placed;
  });
}
