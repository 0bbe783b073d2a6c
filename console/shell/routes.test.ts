import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Every address of the console, as `pages.ts` lists them, and every first part of one of the phone entry. */
const paths = [...read('console', 'shell', 'pages.ts').matchAll(/page\('([^']+)'/g)].map(([, path = '']) => path);
const phone = [...read('console', 'phone', 'shell', 'app.tsx').matchAll(/case '([^']*)'/g)].map(([, first]) => first);

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
const isThere = (path: string): boolean => {
  if (path.startsWith('/phone/')) return phone.includes(path.split('/')[2]);
  return paths.some((one) => patternOf(one).test(path));
};

/** What the modules print or send: each literal that begins with `/console/`, whatever is put into it standing for one part. */
function addressesIn(file: string): string[] {
  return (
    [...read('server', 'modules', file).matchAll(/[`'}](\/console\/(?:[^`'\s$]|\$\{[^}]*(?:\{[^}]*\}[^}]*)*\})*)[`']/g)]
      .map(([, address = '']) => address)
      // Such as `${kind === 'review' ? '/review' : ''}`: both endings are asked.
      .flatMap((address) => {
        const ending = /\$\{[^}]*\? '([^']*)' : '([^']*)'\}$/.exec(address);
        const start = ending ? address.slice(0, ending.index) : address;
        return ending ? [`${start}${ending[1]}`, `${start}${ending[2]}`] : [start];
      })
      .map((address) =>
        address
          .replaceAll(/\$\{[^}]*\}/g, 'x')
          .replace(/[?#].*$/, '')
          .slice('/console'.length),
      )
  );
}

const files = readdirSync(join(root, 'server', 'modules'), { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('mount-files') && !file.includes('feeds'),
);

test('every address of the console that the server prints or sends opens a page', () => {
  assert.ok(paths.length > 30 && phone.length > 5, 'the routes were found');
  const sent = files.flatMap((file) => addressesIn(file).map((path) => ({ file, path })));
  const places = new Set(sent.map(({ path }) => path));
  // The test would be empty without them: a notice, a slip, an invitation, a card of "my work".
  for (const known of ['/account', '/slip', '/invitation', '/stories/x/review', '/stories/x', '/offers/x', '/visits/x'])
    assert.ok(places.has(known), `${known} was not found among ${[...places].join(' ')}`);
  assert.deepEqual(
    sent.filter(({ path }) => !isThere(path)),
    [],
  );
});
