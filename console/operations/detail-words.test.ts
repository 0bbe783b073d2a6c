import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const server = join(import.meta.dirname, '..', '..', 'server');

test('every fact that an audit entry may tell has a name in both languages', () => {
  const sources = readdirSync(server, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const written = sources.flatMap((text) =>
    [...text.matchAll(/\baudit\(tx, [^;]{0,400}?detail: \{([^}]*)\}/g)].flatMap(([, facts = '']) =>
      facts.split(',').flatMap((fact) => /^\s*(\w+)\s*(?::|$)/.exec(fact)?.[1] ?? []),
    ),
  );
  const told = [...new Set(written)].filter((name) => !/^(edition|from|order|signature|story|to)$|Id$/.test(name));
  assert.ok(told.length > 20, 'the sources were read');
  // Read as text: the words of a screen are loaded by a browser alone.
  const words = readFileSync(join(import.meta.dirname, 'detail-words.ts'), 'utf8');
  const [zh = '', en = ''] = [...words.matchAll(/facts: \{([^}]*)\}/g)].map(([, facts]) => facts);
  for (const facts of [zh, en])
    assert.deepEqual(
      told.filter((name) => !facts.includes(` ${name}: '`)),
      [],
    );
});
