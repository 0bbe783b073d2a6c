import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedStyles } from './shared-styles.ts';

test('the styles that most pages show are one file for light and dark, with the list by which Ant Design finds them', () => {
  const styles = sharedStyles();
  assert.match(styles, /\.ant-btn\{/);
  // With another copy of cssinjs than Ant Design's own, nothing would have been gathered, and every browser made them itself.
  const list = /\.data-ant-cssinjs-cache-path\{content:"([^"]*)";\}/.exec(styles)?.[1]?.split(';') ?? [];
  const known = list.map((line) => line.split(':')[0]);
  for (const path of [
    '|Button-Button|ant-btn|anticon',
    '|Input-Component|ant-input|anticon',
    '|Form-Form|ant-form|anticon',
  ])
    assert.ok(known.includes(path), `${path} is not among ${known.join(' ')}`);
});
