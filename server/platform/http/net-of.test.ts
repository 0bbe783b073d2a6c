import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netOf } from './net-of.ts';

test('a household is one net, however its addresses are written', () => {
  const same = [
    ['2001:db8:0:1:a:b:c:d', '2001:db8:0:1::7', '2001:0DB8:0000:0001:ffff::1', '2001:db8:0:1:a:b:192.0.2.1'],
    ['2001:db8::a:b:c:d', '2001:db8:0:0:1:2:3:4', '2001:db8::1'],
    ['::1', '::2', '0:0:0:0:5::'],
    ['fe80::1%eth0', 'fe80::2'],
    ['192.0.2.1', '::ffff:192.0.2.1'],
  ];
  for (const addresses of same) assert.equal(new Set(addresses.map(netOf)).size, 1, addresses.map(netOf).join(' '));
  assert.equal(new Set(same.map(([first]) => netOf(first ?? ''))).size, same.length, 'and different ones differ');
  assert.equal(netOf('2001:db8::a:b:c:d'), '2001:db8:0:0');
  assert.equal(netOf('key:7'), 'key:7', 'what is no address stays');
});
