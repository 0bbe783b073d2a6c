import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listAddress } from './list-address.ts';

test('each way to narrow the list of orders that the server knows has its field', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', '..', '..', file), 'utf8');
  const [, shape = ''] =
    /orderQuery = z\.strictObject\(\{([\s\S]*?)\n\}\);/.exec(read('server/modules/volunteering/contract/order.ts')) ??
    [];
  const known = [...shape.matchAll(/^ {2}(\w+)(?:: |,)/gm)].map(([, name = '']) => name);
  assert.ok(known.length > 10, known.join());
  const page = read('console/volunteering/orders-page.tsx');
  const given = new Set([...page.matchAll(/'(\w+)'/g)].map(([, name = '']) => name));
  assert.deepEqual(
    known.filter((name) => !given.has(name) && !['sort', 'cursor', 'limit'].includes(name)),
    [],
  );
  assert.match(read('console/volunteering/orders/orders-board.tsx'), /to="\/orders\?toTakeOn=true"/);
});

test('the list opens with what the map was narrowed to', () => {
  assert.equal(listAddress('p', '', ''), '/orders?atPlaceId=p');
  assert.equal(listAddress('p', 'overdue', 's'), '/orders?atPlaceId=p&overdue=true&serviceId=s');
  assert.equal(listAddress('p', 'taken,under-way', ''), '/orders?atPlaceId=p&state=taken%2Cunder-way');
});
