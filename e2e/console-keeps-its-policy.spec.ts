import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../server/testing/until.ts';
import { accessFaults } from './support/access-faults.ts';
import { Reader } from './support/browser.ts';
import { signInAtDesk, waysOf } from './support/console-walk.ts';
import { signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import type { DemoAccount, Product } from './support/product.ts';
import { isInShare } from './support/share.ts';
import { startTileServer } from './support/tile-server.ts';

interface List {
  readonly items: readonly { readonly id: string }[];
}

/** Writes down whatever the browser refuses under a page's policy, as the page itself hears of it. */
async function watch(reader: Reader): Promise<string[]> {
  const breaches: string[] = [];
  await reader.context.exposeFunction('xiangyinBreach', (what: string) => void breaches.push(what));
  await reader.context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(globalThis, 'xiangyinBreach');
      if (typeof tell === 'function')
        tell(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return breaches;
}

const isVisited = (path: string): boolean => isInShare(`policy ${path}`, 2);

/** Opens these pages, a seeded half of them unless the doses are full, and answers what keeps somebody out of those that this run looks at. */
async function visit(reader: Reader, product: Product, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    if (!isVisited(path)) continue;
    await reader.page.goto(`${product.address}/console${path}`);
    await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
    await reader.page.waitForLoadState('networkidle');
    faults.push(...(await accessFaults(reader.page, path.replace(/[0-9a-f-]{36}/, ':id'))));
  }
  return faults;
}

test('no page of the console does what its policy forbids, script from text among it (A2)', async (t) => {
  await using product = await startProduct({ paths: ['/console/', '/console/phone/'] });

  await t.test('the watch sees a breach, and trusted types are asked for', async () => {
    await using reader = await Reader.open('policy-breach', { size: 'desk' });
    const breaches = await watch(reader);
    await reader.page.goto(`${product.address}/console/sign-in`);
    await reader.page.getByLabel('登录名').waitFor();
    assert.deepEqual(breaches, []);
    const refused = await reader.page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
        return false;
      } catch {
        return true;
      }
    });
    assert.equal(refused, true);
    await reader.page.waitForTimeout(100);
    assert.match(breaches.join('\n'), /require-trusted-types-for/);
  });

  const roles = ['chief-editor', 'coordinator', 'administrator', 'volunteer', 'safeguarding'];
  const people = roles.map((role) => product.holder(role));
  const [chief, coordinator, administrator] = people;
  assert.ok(chief && coordinator && administrator);
  const [ofChief = [], ofCoordinator = [], ofAdministrator = [], ...ofOthers] = await waysOf(product, people);
  const walk = async (name: string, account: DemoAccount, paths: readonly string[]): Promise<void> => {
    await using reader = await Reader.open(name, { size: 'desk' });
    const breaches = await watch(reader);
    await signInAtDesk(reader, product, account);
    const faults = await visit(reader, product, paths);
    assert.deepEqual([breaches, faults], [[], []]);
  };

  await t.test('the newsroom: what its navigation names, a story in all its pages', async () => {
    const stories = await product.ask<List>(chief, '/stories');
    const story = `/stories/${stories.items[0]?.id ?? assert.fail('no story')}`;
    const own = ['/account', '/notices', '/preferences'];
    await walk('policy-newsroom', chief, [
      ...ofChief,
      ...['', '/edit', '/review', '/history'].map((page) => story + page),
      ...own,
    ]);
  });

  await t.test('the desk: what its navigation names, an order', async () => {
    const orders = await product.ask<List>(coordinator, '/orders');
    const order = `/orders/${orders.items[0]?.id ?? assert.fail('no order')}`;
    await walk('policy-desk', coordinator, [...ofCoordinator, '/orders/new', order]);
  });

  await t.test('the administration: what its navigation names, and what only others may see', async () => {
    await walk('policy-administration', administrator, ofAdministrator);
    for (const [at, ways] of ofOthers.entries())
      if (ways.some((path) => isVisited(path)))
        await walk('policy-others', people[at + 3] ?? assert.fail('nobody'), ways);
  });

  await t.test(
    'a plan over the ground that the county named, by keyboard; plain where nothing can be drawn',
    async () => {
      await using tiles = await startTileServer();
      await using desk = await Reader.open('ground-map', { size: 'desk', graphics: true });
      const breaches = await watch(desk);
      const { page } = desk;
      await signInAtDesk(desk, product, administrator);
      await page.goto(`${product.address}/console/settings`);
      await page.getByLabel('底图瓦片的地址').fill(tiles.address);
      await page.getByLabel('图上注明').fill('演示底图');
      await page.getByLabel('地名表从哪里量起').fill('30.26412, 118.12907');
      await page
        .locator('form', { has: page.getByLabel('底图瓦片的地址') })
        .getByRole('button', { name: '保存' })
        .click();
      await page.getByText('改好了。已经打开的页面').waitFor();
      await desk.picture('settings');

      await desk.context.clearCookies();
      await signInAtDesk(desk, product, coordinator);
      const plans = await product.ask<List>(coordinator, '/dispatch-plans');
      const plan = `${product.address}/console/dispatch-plans/${plans.items[0]?.id ?? assert.fail('no plan')}`;
      await page.goto(plan);
      await page.getByText('地图', { exact: true }).click();
      await page.getByText('演示底图').waitFor();
      await until(() => tiles.asked.some((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path)));
      const spots = page.locator('.ground').getByRole('button', { name: /单/ });
      await spots.first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '看全部单子' }).waitFor();
      assert.equal(await spots.first().getAttribute('aria-pressed'), 'true');
      const before = tiles.asked.length;
      await page.getByRole('region', { name: /方案的地图/ }).focus();
      await page.keyboard.press('+');
      await until(() => tiles.asked.length > before);
      assert.deepEqual([breaches, await accessFaults(page, 'ground-map'), desk.complaints], [[], [], []]);
      await desk.picture('plan');

      // A maker whose server answers no more: the plain drawing stands in its place, and the ground comes back when asked for.
      tiles.refuse(true);
      await page.goto(plan);
      await page.getByText('地图', { exact: true }).click();
      await page.getByText('底图没有取到，先看简图。').waitFor();
      await page.getByRole('group', { name: '方案的地图' }).waitFor();
      await desk.picture('plan-without-tiles');
      tiles.refuse(false);
      await page.getByRole('button', { name: '再取一次' }).click();
      await page.getByText('演示底图').waitFor();
      await spots.first().waitFor();
      assert.deepEqual(breaches, []);

      await using other = await Reader.open('plain-map', { size: 'desk' });
      await signInAtDesk(other, product, coordinator);
      await other.page.goto(plan);
      await other.page.getByText('地图', { exact: true }).click();
      await other.page.getByText('这个浏览器画不了带底图的地图').waitFor();
      await other.page.getByRole('group', { name: '方案的地图' }).waitFor();
    },
  );

  await t.test('the light phone entry', async () => {
    await using reader = await Reader.open('policy', { size: 'phone' });
    const breaches = await watch(reader);
    await reader.page.goto(`${product.address}/console/phone/`);
    await signInOnPhone(reader.page, product.holder('correspondent'));
    await reader.page.waitForLoadState('networkidle');
    await reader.picture('phone');
    assert.deepEqual(breaches, []);
  });
});
