import type { Tx } from '#platform/transaction';
import type { Slot } from './plan-times.ts';

/** What is known of orders and people together. */
export interface History {
  wasThere(orderId: string, personId: string): boolean;
  declined(orderId: string, personId: string): boolean;
  /** An offer waits for their answer at that time. */
  isAsked(personId: string, slot: Slot): boolean;
}

/** Who was at these homes before, who has said no to these orders, and who is asked already: three questions for all orders at once. */
export async function historyOf(tx: Tx, orderIds: readonly string[]): Promise<History> {
  const there = await tx.named<{ key: string }>(
    'volunteering.plan-was-there',
    `select distinct n.id || ' ' || a.person_id as key from volunteering.orders n
       join volunteering.orders o on o.county_id = n.county_id and o.phone_hash = n.phone_hash and o.id <> n.id
       join volunteering.assignments a on a.county_id = o.county_id and a.order_id = o.id and a.state = 'served'
      where n.county_id = $1 and n.id = any($2::uuid[])`,
    [tx.countyId, orderIds],
  );
  const declined = await tx.named<{ key: string }>(
    'volunteering.plan-declined',
    `select f.order_id || ' ' || n.person_id as key from volunteering.offer_answers n
       join volunteering.offers f on f.county_id = n.county_id and f.id = n.offer_id
      where n.county_id = $1 and f.order_id = any($2::uuid[]) and n.answer = 'decline'
         and not exists (select 1 from volunteering.offer_answers y where y.county_id = n.county_id and y.offer_id = n.offer_id and y.person_id = n.person_id and y.answer = 'accept')`,
    [tx.countyId, orderIds],
  );
  const asked = await tx.named<{ personId: string; startsAt: Date; endsAt: Date }>(
    'volunteering.plan-asked',
    `select f.person_id as "personId", v.starts_at as "startsAt", v.ends_at as "endsAt" from volunteering.offers f
       join volunteering.visits v on v.county_id = f.county_id and v.id = f.visit_id
      where f.county_id = $1 and f.state = 'open' and f.person_id is not null and f.expires_at > $2`,
    [tx.countyId, tx.at],
  );
  const wasThere = new Set(there.map((row) => row.key));
  const saidNo = new Set(declined.map((row) => row.key));
  const byPerson = Map.groupBy(asked, (row) => row.personId);
  return {
    wasThere: (orderId, personId) => wasThere.has(`${orderId} ${personId}`),
    declined: (orderId, personId) => saidNo.has(`${orderId} ${personId}`),
    isAsked: (personId, slot) =>
      (byPerson.get(personId) ?? []).some((row) => row.startsAt < slot.to && slot.from < row.endsAt),
  };
}
