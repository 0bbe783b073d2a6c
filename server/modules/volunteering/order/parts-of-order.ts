import type { Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import type { OrderRow } from './order-queries.ts';

/** Of all parts of one wish, those beside this one, in the order in which they were made. */
export const partsOfOrder = (tx: Tx, order: Pick<OrderRow, 'id' | 'splitFrom'>): Promise<OrderView['parts']> =>
  tx.named<OrderView['parts'][number]>(
    'volunteering.parts',
    `select o.id, o.state, sv.facts -> 'name' as service, o.people_served as "peopleServed" from volunteering.orders o
       join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
      where o.county_id = $1 and (o.split_from = $2 or o.id = $2) and o.id <> $3 order by o.id`,
    [tx.countyId, order.splitFrom ?? order.id, order.id],
  );
