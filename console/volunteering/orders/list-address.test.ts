import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAddress } from './list-address.ts';

test('the list opens with what the map was narrowed to', () => {
  assert.equal(listAddress('p', '', ''), '/orders?atPlaceId=p');
  assert.equal(listAddress('p', 'overdue', 's'), '/orders?atPlaceId=p&overdue=true&serviceId=s');
  assert.equal(listAddress('p', 'taken,under-way', ''), '/orders?atPlaceId=p&state=taken%2Cunder-way');
});
