import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PageCache, pageOf } from './page-cache.ts';
import type { CachedPage } from './page-cache.ts';

const page = (county: number, keys: string[], body: string) =>
  pageOf(body, { county, type: 'text/html', keys, staleAt: null, now: new Date(0) });

test('a page read before a purge is not stored after it', () => {
  const cache = new PageCache();
  const generation = cache.generation();
  cache.purge(1, ['story:1']);
  assert.equal(cache.store('a', page(1, ['story:1'], 'old'), generation), false);
  assert.equal(cache.store('a', page(1, ['story:1'], 'new'), cache.generation()), true);
});

test('a purge in one county leaves the other county alone', () => {
  const cache = new PageCache();
  cache.store('a', page(1, ['home'], 'one'), cache.generation());
  cache.store('b', page(2, ['home'], 'two'), cache.generation());
  cache.purge(1, ['home']);
  assert.equal(cache.get('a'), undefined);
  assert.equal(cache.get('b')?.body('identity').toString(), 'two');
});

test('a county that is much read puts out its own oldest pages, not those of a quiet one', () => {
  const cache = new PageCache(10_000);
  const body = 'x'.repeat(500);
  cache.store('quiet', page(2, ['home'], body), cache.generation());
  for (let n = 1; n <= 40; n += 1) cache.store(`busy ${n}`, page(1, [`story:${n}`], body), cache.generation());
  assert.ok(cache.get('quiet'));
  assert.deepEqual([cache.get('busy 1'), cache.get('busy 31')], [undefined, undefined]);
  assert.ok(cache.get('busy 32') && cache.get('busy 40'));
  assert.deepEqual(cache.figures(), { pages: 10, bytes: 10_000 });
});

test('in no interleaving of readers and writers does a purged text stay', () => {
  // A small database: key → text. Readers read and store in two steps; writers write and purge in one.
  const step = fc.oneof(
    fc.record({ kind: fc.constant('read' as const), key: fc.nat(3) }),
    fc.record({ kind: fc.constant('store' as const), reader: fc.nat(8) }),
    fc.record({ kind: fc.constant('write' as const), key: fc.nat(3) }),
    fc.record({ kind: fc.constant('clear' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cache = new PageCache();
      const truth = [0, 0, 0, 0];
      const readers: { key: number; text: number; generation: number }[] = [];
      for (const one of steps) {
        if (one.kind === 'read')
          readers.push({ key: one.key, generation: cache.generation(), text: truth[one.key] ?? 0 });
        if (one.kind === 'store') {
          const reader = readers[one.reader % Math.max(readers.length, 1)];
          if (reader)
            cache.store(`page ${reader.key}`, page(1, [`key ${reader.key}`], String(reader.text)), reader.generation);
        }
        if (one.kind === 'write') {
          truth[one.key] = (truth[one.key] ?? 0) + 1;
          cache.purge(1, [`key ${one.key}`]);
        }
        if (one.kind === 'clear') cache.clear();
        for (const key of truth.keys()) {
          const cached = cache.get(`page ${key}`);
          if (cached) assert.equal(cached.body('identity').toString(), String(truth[key]));
        }
      }
    }),
    { seed: Number(process.env['XIANGYIN_SEED'] ?? 1), numRuns: 300 },
  );
});

test('the cache keeps to its limit', () => {
  const cache = new PageCache(4_000);
  for (let n = 0; n < 50; n += 1) cache.store(`p${n}`, page(1, ['home'], 'x'.repeat(500) + n), cache.generation());
  assert.ok(cache.figures().bytes <= 4_000);
  assert.notEqual(cache.get('p49'), undefined);
});

test('who asks while a page is drawn waits for that drawing, unless something was purged since it began', async () => {
  const cache = new PageCache();
  const { promise, resolve } = Promise.withResolvers<CachedPage | undefined>();
  cache.draws('a', cache.generation(), promise);
  const waiting = cache.drawing('a');
  assert.ok(waiting);
  assert.equal(cache.drawing('b'), undefined);
  cache.purge(1, ['story:1']);
  assert.equal(cache.drawing('a'), undefined);
  const newer = Promise.withResolvers<CachedPage | undefined>();
  cache.draws('a', cache.generation(), newer.promise);
  // The older one ends and leaves the newer one's place alone.
  resolve(page(1, ['story:1'], 'old'));
  assert.equal((await waiting)?.body('identity').toString(), 'old');
  assert.ok(cache.drawing('a'));
  newer.reject(new Error('the database is away'));
  assert.equal(await cache.drawing('a'), undefined);
  assert.equal(cache.drawing('a'), undefined);
});
