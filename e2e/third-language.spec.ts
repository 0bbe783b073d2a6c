import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { addressAt, pagesInside } from './support/console-pages.ts';
import { allPages, signInAtDesk, withoutOne } from './support/console-walk.ts';
import { MadeUpLanguage, madeUpTag } from './support/made-up-language.ts';
import { signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { isInShare } from './support/share.ts';

// Its pages that need nothing to be shown.
const phonePages = [
  '',
  'stories',
  'submissions',
  'published',
  'watch',
  'front',
  'notices',
  'ideas',
  'hours',
  'mine',
  'outbox',
  'own',
];

test('a folder in languages/ makes the whole console and the phone speak it, longer by half and on every page', async (t) => {
  await using product = await startProduct({ paths: ['/console/', '/console/phone/'] });
  const people = ['chief-editor', 'coordinator', 'administrator', 'volunteer', 'safeguarding'].map((role) =>
    product.holder(role),
  );
  const walks = await allPages(product, people);

  await t.test('every page of the console is somebody’s', () => {
    const patterns = new Set(pagesInside.map(({ path }) => path));
    for (const { path } of walks.flat()) patterns.delete(addressAt(path) ?? '');
    assert.deepEqual([...patterns], withoutOne);
  });

  await t.test('no page of the console says a word that was not translated, or is too wide', async () => {
    const faults: string[] = [];
    let marked = 0;
    for (const [at, pages] of walks.entries()) {
      const seen = pages.filter(({ path }) => isInShare(`third language ${path}`, 4));
      if (seen.length === 0) continue;
      await using reader = await Reader.open('third-language', { size: 'phone' });
      const language = await MadeUpLanguage.hearIn(reader.page);
      await signInAtDesk(reader, product, people[at] ?? assert.fail('nobody'));
      await reader.page.goto(`${product.address}/console/preferences?language=${madeUpTag}`);
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      for (const { path } of seen) {
        await language.turnTo(`/console${path}`);
        faults.push(...(await language.faults()).map((fault) => `${addressAt(path)}: ${fault}`));
      }
      marked += language.marked;
    }
    assert.deepEqual(faults, []);
    assert.ok(marked > 100, 'it spoke the language');
  });

  await t.test('nor does the phone', async () => {
    await using reader = await Reader.open('third-language-phone', { size: 'phone' });
    const language = await MadeUpLanguage.hearIn(reader.page);
    await reader.page.goto(`${product.address}/console/phone/`);
    await signInOnPhone(reader.page, product.holder('correspondent'));
    const faults: string[] = [];
    for (const path of phonePages) {
      await reader.page.goto(`${product.address}/console/phone/${path}?language=${madeUpTag}`);
      await reader.page.waitForLoadState('networkidle');
      faults.push(...(await language.faults()).map((fault) => `phone /${path}: ${fault}`));
    }
    assert.deepEqual(faults, []);
    assert.ok(language.marked > 20, 'it spoke the language');
  });

  await t.test('what the desk refuses is said in it, and in English to whom no folder answers', async () => {
    const said = async (tag: string): Promise<string> => {
      const answer = await fetch(`${product.address}/api/v1/me`, { headers: { 'accept-language': tag } });
      const { title }: { title: string } = await answer.json();
      return title;
    };
    const english = await said('en');
    assert.match(await said(`${madeUpTag}, en;q=0.5`), /^⟦.+⟧$/);
    assert.equal(await said('xx-YY, en;q=0.5'), english);
  });
});
