import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkLetter, codeForm, inGroups, newOrderCode } from './order-code.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code read out, written by hand or typed small is the same code', () => {
  const code = newOrderCode();
  assert.equal(codeForm(inGroups(code)), code);
  assert.equal(codeForm(` ${inGroups(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `), code);
  assert.match(inGroups(code), /^\w{4} \w{4} \w{4} \w$/);
});

test('one wrong letter is always seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(31), { minLength: 12, maxLength: 12 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 31 }),
      (values, at, off) => {
        const random = values.map((value) => letters[value] ?? '').join('');
        const code = random + checkLetter(random);
        const wrong = letters[(letters.indexOf(code[at] ?? '') + off) % 32] ?? '';
        return codeForm(code.slice(0, at) + wrong + code.slice(at + 1)) === null;
      },
    ),
  );
});

test('codes do not repeat', () => {
  assert.equal(new Set(Array.from({ length: 5_000 }, newOrderCode)).size, 5_000);
});
