import type { OrderContent, Words } from '../order-content.ts';
import { rowsOf } from '../people/names.ts';
import { careNotes } from './notes/care.ts';
import { childrenNotes } from './notes/children.ts';
import { errandNotes } from './notes/errands.ts';
import { healthNotes } from './notes/health.ts';
import { neighbourNotes } from './notes/neighbours.ts';
import { paperNotes } from './notes/papers.ts';
import { phoneNotes } from './notes/phones.ts';
import { repairNotes } from './notes/repair.ts';

/** A resident's own words, and whom the order is for. */
export interface OrderNote extends Words {
  orderedFor: OrderContent['orderedFor'];
}

const whom: Record<string, OrderNote['orderedFor']> = { p: 'parent', n: 'neighbour', c: 'child' };

const tables = {
  ...repairNotes,
  ...healthNotes,
  ...careNotes,
  ...childrenNotes,
  ...errandNotes,
  ...paperNotes,
  ...phoneNotes,
  ...neighbourNotes,
};

/** The notes for each service's key. */
export const orderNotes: ReadonlyMap<string, readonly OrderNote[]> = new Map(
  Object.entries(tables).map(([serviceKey, table]) => [
    serviceKey,
    rowsOf(table).map(([zh = '', en = '', letter = '']) => ({ zh, en, orderedFor: whom[letter] ?? 'self' })),
  ]),
);
