import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { furtherLanguages } from '#platform/further-languages';
import { Wording } from '#platform/i18n';
import { kernelRefusals } from '#platform/refuse';
import { kernelTexts } from '#platform/texts';
import { modules } from '../modules.ts';

const server = join(import.meta.dirname, '..');
const wording = new Wording();
wording.add(kernelTexts);
for (const module of modules) if (module.texts) wording.add(module.texts);

const known = new Set<string>([
  ...Object.keys(kernelRefusals),
  ...modules.flatMap((module) => Object.keys(module.refusals ?? {})),
]);

/** The server's own sources, without tests and what only tests use. */
const sources = readdirSync(server, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$|^testing\.ts$|\.tmp\.ts$/.test(entry.name),
  )
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/\/testing\/|\/demonstration\/content\//.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const all = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].toSorted();

test('every refusal that the program knows has words in both languages', () => {
  assert.deepEqual(
    [...known].filter((code) => !wording.has(`refusal.${code}`)),
    [],
  );
});

test('every refusal in the sources is known with a status', () => {
  const used = all(/\brefuse\(\s*'(\w+)'/g);
  assert.ok(used.length > 40, 'the sources were read');
  assert.deepEqual(
    used.filter((code) => !known.has(code)),
    [],
  );
});

test('every refusal that a route documents is known', () => {
  const documented = modules.flatMap((module) => (module.routes ?? []).flatMap((route) => route.refuses));
  assert.deepEqual(
    [...new Set(documented)].filter((code) => !known.has(code)),
    [],
  );
});

test('every field problem in the sources has words in both languages', () => {
  const codes = [...all(/path: [^}]*?code: '([a-z_]+)'/g), ...all(/params: \{ code: '([a-z_]+)'/g)];
  assert.deepEqual(
    codes.filter((code) => !wording.has(`field.${code}`)),
    [],
  );
});

test('every kind of notice has a text and a subject in both languages', () => {
  const kinds = [
    ...all(/notify\(tx, \{[^}]*?kind: '([a-z.-]+)'/gs),
    ...all(/tell\w*\([^)]*?'([a-z-]+\.[a-z-]+)'/gs),
  ].filter((kind) => !kind.endsWith('.ts'));
  assert.ok(kinds.length >= 5, `the sources were read: ${kinds.join(', ')}`);
  assert.deepEqual(
    kinds.filter((kind) => !wording.has(`notice.${kind}`) || !wording.has(`notice.${kind}.subject`)),
    [],
  );
});

test('whatever a schema expects of a field, or a refusal of a request, has words in both languages', () => {
  const refused = all(/\brefuse\(('\w+', \{ expected: '[a-z-]+') \}/g).map((one) =>
    one.replace(/^'(\w+)', .*'(.+)'$/, '$1.$2'),
  );
  const expected = [...new Set([...all(/'expected:([a-z-]+)'/g), ...all(/expected: '([a-z-]+)'/g)])].filter(
    (one) => !refused.some((code) => code.endsWith(`.${one}`)),
  );
  assert.ok(
    expected.length >= 8 && refused.length >= 1,
    `the sources were read: ${expected.join(', ')}; ${refused.join(', ')}`,
  );
  assert.deepEqual(
    [...expected.map((one) => `field.invalid_format.${one}`), ...refused.map((one) => `refusal.${one}`)].filter(
      (key) => !wording.has(key),
    ),
    [],
  );
});

test('no further language has words for what nobody says', async () => {
  const further = await furtherLanguages();
  assert.ok(further.size > 0, 'the folders were read');
  const said = [...further].flatMap(([tag, texts]) => Object.keys(texts).map((key) => ({ tag, key })));
  assert.deepEqual(
    said.filter(({ key }) => !wording.has(key)),
    [],
  );
});
