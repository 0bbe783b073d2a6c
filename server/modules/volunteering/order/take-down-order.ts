import { placeById } from '#places';
import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { DeskOrder, PlacedOrder } from '../contract.ts';
import { serviceById } from '../service/service-queries.ts';
import { placeOrder } from './place-order.ts';

/** A desk clerk writes an order down for a caller, for somebody at the desk, or from a paper slip (only that may have happened before). Refuses as `placeOrder`. */
export async function takeDownOrder(
  ctx: Ctx,
  actor: Actor,
  request: Omit<DeskOrder, 'happenedAt'> & { happenedAt?: Date | undefined },
): Promise<PlacedOrder> {
  return ctx.transaction(async (tx) => {
    const place =
      placeById(tx, request.placeId) ??
      refuse('PlaceNotServed', { phone: ctx.county.phone }, [{ path: '/placeId', code: 'not_served' }]);
    must(tx, actor, 'order.take-down', { placeId: place.id });
    if (request.happenedAt && request.channel !== 'paper')
      refuse('BadRequest', {}, [{ path: '/happenedAt', code: 'invalid_value' }]);
    if (request.served && request.orderedFor === 'self')
      refuse('BadRequest', {}, [{ path: '/served', code: 'invalid_value' }]);
    return placeOrder(tx, actor, {
      service: await serviceById(tx, request.serviceId),
      place,
      channel: request.channel,
      contacts: request.contacts,
      orderedFor: request.orderedFor ?? 'self',
      served: request.served && { name: request.served.name, agreedAt: request.happenedAt ?? tx.at },
      address: request.address ?? '',
      note: request.note ?? '',
      needs: request.needs ?? [],
      wishes: request.wishes ?? [],
      peopleServed: request.peopleServed ?? 1,
      language: request.language ?? ctx.county.languages[0] ?? 'zh-CN',
      suspect: false,
      again: request.again ?? false,
      happenedAt: request.happenedAt,
      takenDownBy: actor.kind === 'person' ? actor.id : null,
    });
  });
}
