import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicPath, publicPathFor } from './public-path.ts';

test('a public page has a prefix in every language but the county’s first, whichever that is', () => {
  assert.equal(publicPath(['zh-CN', 'en'], 'zh-CN', '/stories/x'), '/stories/x');
  assert.equal(publicPath(['zh-CN', 'en'], 'en', '/stories/x'), '/en/stories/x');
  assert.equal(publicPath(['en'], 'en', '/stories/x'), '/stories/x');
  assert.equal(publicPath(['en', 'zh-CN'], 'zh-CN', '/stories/x'), '/zh/stories/x');
});

test('whoever reads the console in a language that the county does not publish in is led to what there is', () => {
  assert.equal(publicPathFor(['zh-CN', 'en'], 'en', '/places/1'), '/en/places/1');
  assert.equal(publicPathFor(['zh-CN'], 'en', '/places/1'), '/places/1');
});
