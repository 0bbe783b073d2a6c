import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicPrefix } from './public-prefix.ts';

test('a public page has a prefix in every language but the county’s first, whichever that is', () => {
  assert.equal(publicPrefix(['zh-CN', 'en'], 'zh-CN'), '');
  assert.equal(publicPrefix(['zh-CN', 'en'], 'en'), '/en');
  assert.equal(publicPrefix(['en'], 'en'), '');
  assert.equal(publicPrefix(['en', 'zh-CN'], 'zh-CN'), '/zh');
});

test('a language in which the county has no pages leads to those of its first', () => {
  assert.equal(publicPrefix(['zh-CN'], 'en'), '');
  assert.equal(publicPrefix(['en'], 'zh-CN'), '');
  assert.equal(publicPrefix([], 'zh-CN'), '');
});

test('a further language has its tag, in small letters', () => {
  assert.equal(publicPrefix(['zh-CN', 'en'], 'bo'), '/bo');
  assert.equal(publicPrefix(['zh-CN'], 'en-XA'), '/en-xa');
});
