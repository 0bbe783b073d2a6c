import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayThere } from './way-there.ts';

const look = {
  contacts: null,
  served: null,
  address: '东头第二家',
  degrees: null,
  note: null,
  doorstep: null,
  needs: [],
  until: null,
};
const degrees = { latitude: 30.26412, longitude: 118.12907 };

test('the way to a door begins in the phone’s own map, by degrees where they are known and by words otherwise', () => {
  const words = encodeURIComponent('大槐村 东头第二家');
  assert.equal(wayThere(look, '大槐村', 'Android'), `geo:0,0?q=${words}`);
  assert.equal(wayThere({ ...look, degrees }, '大槐村', 'Android'), 'geo:30.26412,118.12907?q=30.26412%2C118.12907');
  assert.equal(wayThere(look, '大槐村', 'iPhone'), `https://maps.apple.com/?daddr=${words}`);
  assert.equal(wayThere({ ...look, address: '' }, '大槐村', 'Android'), null, 'no door, no way');
});
