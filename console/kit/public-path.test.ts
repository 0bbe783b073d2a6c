import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicPath } from './public-path.ts';

test('a public page has a prefix in every language but the county’s first, whichever that is', () => {
  assert.equal(publicPath(['zh-CN', 'en'], 'zh-CN', '/stories/x'), '/stories/x');
  assert.equal(publicPath(['zh-CN', 'en'], 'en', '/stories/x'), '/en/stories/x');
  assert.equal(publicPath(['en'], 'en', '/stories/x'), '/stories/x');
  assert.equal(publicPath(['en', 'zh-CN'], 'zh-CN', '/stories/x'), '/zh/stories/x');
});
