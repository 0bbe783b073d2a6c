import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { soundOfHan } from './han-sounds.ts';
import { asSound, fewestParts, nearlySame, soundKeys, soundsWithin } from './sounds.ts';

const letters = fc.string({ unit: fc.constantFrom(...'aghinou'), minLength: 5, maxLength: 12 });

test('a sound with one letter wrong, in any way, is still the same and shares a key with it', () => {
  const wrong = fc.record({ sound: letters, at: fc.nat(), how: fc.constantFrom('out', 'in', 'other', 'exchanged') });
  fc.assert(
    fc.property(wrong, ({ sound, at, how }) => {
      const from = at % sound.length;
      const [before, here, after] = [sound.slice(0, from), sound[from] ?? '', sound.slice(from + 1)];
      const typed =
        how === 'out'
          ? before + after
          : how === 'in'
            ? `${before}x${here}${after}`
            : how === 'other'
              ? `${before}x${after}`
              : before + (after[0] ?? '') + here + after.slice(1);
      assert.ok(nearlySame(typed, sound), `${typed} ${sound}`);
      // Below five letters a sound has no keys but itself.
      if (typed.length >= 5)
        assert.ok(
          soundKeys(typed).some((key) => soundKeys(sound).includes(key)),
          typed,
        );
    }),
    { seed: Number(process.env['XIANGYIN_SEED'] || 1), numRuns: 200 },
  );
});

test('two letters wrong are another sound', () => {
  for (const [one, other] of [
    ['hongshui', 'hongxxui'],
    ['hongshui', 'hongsh'],
    ['hongshui', 'gnohshui'],
    ['shui', 'shou'],
    ['ab', 'a'],
  ] as const)
    assert.equal(nearlySame(one, other) && one.length > 4, false, `${one} ${other}`);
});

test('only letters are read as pinyin', () => {
  assert.equal(asSound('Hóng shuǐ'), 'hongshui');
  assert.equal(asSound('lǜ yè'), 'lvye');
  assert.equal(asSound('hong2shui3'), 'hongshui');
  for (const text of ['洪水', 'ab', 'a&b c', '12345', '', 'x'.repeat(41)]) assert.equal(asSound(text), null, text);
});

test('a character sounds as the dictionary says it alone; what is not Han, or too rare, is not guessed', () => {
  const gb2312 = new TextDecoder('gbk');
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = gb2312.decode(Uint8Array.of(row, cell));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const sound = pinyin(character, { toneType: 'none', v: true }).toLowerCase();
      assert.equal(soundOfHan(character + character), sound + sound, character);
    }
  assert.equal(soundOfHan('防训 水位'), 'fangxun shuiwei');
  for (const text of ['防', '防训a', '㐀㐁', '', '防'.repeat(21)]) assert.equal(soundOfHan(text), null, text);
});

test('words written as one are cut into the fewest that there are, each a run of it', () => {
  const known = new Set(['jin', 'wan', 'jinwan', 'hong', 'shui', 'hongshui', 'guo']);
  assert.deepEqual(fewestParts('jinwanhongshui', known, 5), ['jinwan', 'hongshui']);
  assert.deepEqual(fewestParts('jinguo', known, 5), ['jin', 'guo']);
  assert.deepEqual(fewestParts('jinguox', known, 5), []);
  assert.deepEqual(fewestParts('jinguo', known, 1), [], 'more than are allowed');
  assert.deepEqual(fewestParts('aab', new Set(['a', 'aa', 'ab', 'b']), 5), ['aa', 'b'], 'the longest in front');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 5 }), (words) => {
      const whole = words.join('');
      const parts = fewestParts(whole, known, 5);
      assert.equal(parts.join(''), whole);
      assert.ok(parts.length <= words.length && parts.every((part) => soundsWithin(whole).includes(part)));
    }),
    { seed: Number(process.env['XIANGYIN_SEED'] || 1), numRuns: 200 },
  );
});
