import { displayNames } from '#people';
import type { Degrees } from '#places/contract';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { LookAnswer, Need } from '../contract.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { maySeeContact, seesUntil } from '../permissions.ts';
import { orderById, orderForUpdate } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { passphraseOf, replyOf } from './passphrase.ts';

type What = 'contact' | 'address' | 'everything';

/** Shows name, phone or address to who needs them, and writes the look down: who, when, what (办法 art. 16; 志愿服务条例 art. 20).
 *  Refuses: Forbidden (403) to others, NotNow (403) outside the time: handlers while the order or an appeal is open, whoever goes from 24 hours before the visit to 24 hours after. */
export async function lookAtOrder(ctx: Ctx, actor: Actor, orderId: string, what: What): Promise<LookAnswer> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    if (!maySeeContact(tx, actor, order)) {
      if (actor.kind === 'person' && order.assignedIds.includes(actor.id)) refuse('NotNow');
      must(tx, actor, 'order.see-contact', order);
      refuse('NotNow');
    }
    const contacts =
      what === 'address'
        ? null
        : await tx.named<{ position: number; name: string; phone: string; relation: string; told: string[] }>(
            'volunteering.contacts',
            'select position, name, phone, relation, told from volunteering.order_contacts where county_id = $1 and order_id = $2 order by position',
            [tx.countyId, orderId],
          );
    const [details] = await tx.named<{
      address: string;
      degrees: Degrees | null;
      note: string;
      needs: Need[];
      servedName: string;
    }>(
      'volunteering.details',
      'select address, degrees, note, needs, served_name as "servedName" from volunteering.order_details where county_id = $1 and order_id = $2',
      [tx.countyId, orderId],
    );
    await audit(tx, actor, {
      act: 'order.see-address',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { what },
    });
    return {
      contacts,
      served:
        what !== 'address' && details?.servedName ? { name: details.servedName, orderedFor: order.orderedFor } : null,
      address: what === 'contact' ? null : (details?.address ?? ''),
      degrees: what === 'contact' ? null : (details?.degrees ?? null),
      note: details?.note ?? null,
      doorstep: await doorstepFor(tx, actor, order),
      needs: details?.needs ?? [],
      until: seesUntil(actor, order)?.toISOString() ?? null,
    };
  });
}

// Whoever goes hears the answer at the door, and nowhere else.
async function doorstepFor(tx: Tx, actor: Actor, order: OrderRow): Promise<LookAnswer['doorstep']> {
  if (!atHome(order.facts) || order.assignedIds.includes(actor.id) || !may(tx, actor, 'order.dispatch', order))
    return null;
  return { helperSays: await passphraseOf(tx, order), servedSays: await replyOf(tx, order) };
}

/** Who looked at an order's contact or address, newest first. */
export async function looksAtOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
): Promise<{ items: { at: string; personId: string; name: string; what: string }[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.see-looks', order);
    const rows = await tx.named<{ at: Date; actor: { id: string }; what: string }>(
      'volunteering.looks',
      `select at, actor, detail ->> 'what' as what from platform.audit where county_id = $1 and noun = 'order' and subject_id = $2 and act = 'order.see-address' order by id desc`,
      [tx.countyId, orderId],
    );
    const names = await displayNames(
      tx,
      rows.map((row) => row.actor.id),
    );
    const items = rows.map((row) => ({
      at: row.at.toISOString(),
      personId: row.actor.id,
      name: names.get(row.actor.id) ?? '',
      what: row.what,
    }));
    return { items, total: items.length };
  });
}
