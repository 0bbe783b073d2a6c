import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lightHref } from './light-href.ts';

const id = '018f4d2a-7c3e-7b1a-9e5d-0123456789ab';

test('a notice opens its very item on the phone, and in the large console what the phone has no page for', () => {
  assert.equal(lightHref(`/console/stories/${id}?correct=1`), `/console/phone/stories/${id}?correct=1`);
  assert.equal(lightHref('/console/roster'), '/console/phone/watch');
  assert.equal(lightHref('/console/notices'), '/console/phone/notices');
  assert.equal(lightHref('/console/phone/mine'), '/console/phone/mine');
  assert.equal(lightHref('/console/hours?mine=true'), '/console/hours?mine=true');
});
