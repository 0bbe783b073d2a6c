import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullAddress, lightAddress } from './light-address.ts';

const id = '018f4d2a-7c3e-7b1a-9e5d-0123456789ab';

test('what a notice links to opens in the light entry as the very item, and only what is there', () => {
  assert.equal(lightAddress(`/console/stories/${id}/review`), `/console/phone/stories/${id}`);
  assert.equal(lightAddress(`/console/stories/${id}`), `/console/phone/stories/${id}`);
  for (const noun of ['ideas', 'offers', 'visits', 'copies'])
    assert.equal(lightAddress(`/console/${noun}/${id}`), `/console/phone/${noun}/${id}`);
  assert.equal(lightAddress('/console/'), '/console/phone/');
  assert.equal(lightAddress('/console/offers'), '/console/phone/');
  assert.equal(lightAddress('/console/roster'), '/console/phone/watch');
  for (const page of ['submissions', 'front', 'notices'])
    assert.equal(lightAddress(`/console/${page}`), `/console/phone/${page}`);
  for (const path of [
    '/console/stories',
    '/console/copies',
    `/console/stories/${id}/edit`,
    `/console/stories/${id}/history`,
    `/console/orders/${id}`,
    '/console/sign-in',
    `/console/stories/${id}/review//elsewhere.example`,
  ])
    assert.equal(lightAddress(path), null, path);
});

test('the way back to the full console opens the same item', () => {
  assert.equal(fullAddress(`/stories/${id}`), `/console/stories/${id}?entry=full`);
  assert.equal(fullAddress(`/visits/${id}`), `/console/visits/${id}?entry=full`);
  assert.equal(fullAddress(`/copies/${id}`), `/console/copies/${id}?entry=full`);
  assert.equal(fullAddress('/watch'), '/console/roster?entry=full');
  assert.equal(fullAddress('/front'), '/console/front?entry=full');
  assert.equal(fullAddress('/notices'), '/console/notices?entry=full');
  assert.equal(fullAddress('/ideas'), '/console/plan?entry=full');
  assert.equal(fullAddress('/house/signed'), '/console/stories?entry=full');
  assert.equal(fullAddress('/hours'), '/console/?entry=full');
  assert.equal(fullAddress('/'), '/console/?entry=full');
});
