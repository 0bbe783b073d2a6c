import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedParts } from './marked-parts.ts';

test('every second part is a searched word: longer ones first, English ones whole, signs as they stand', () => {
  assert.deepEqual(markedParts('柳河桥今天通车', ['柳河', '柳河桥']), ['', '柳河桥', '今天通车']);
  assert.deepEqual(markedParts('Bridges and abridged', ['bridge']), ['', 'Bridges', ' and abridged']);
  assert.deepEqual(markedParts('水价 1.5 元，不是 125 元', ['1.5']), ['水价 ', '1.5', ' 元，不是 125 元']);
  assert.deepEqual(markedParts('没有要找的', ['']), ['没有要找的']);
});
