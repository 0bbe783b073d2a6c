import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import type { DemoAccount, Product } from './support/product.ts';
import { freshTotp } from './support/totp.ts';

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

async function signIn(reader: Reader, product: Product, account: DemoAccount): Promise<void> {
  const { page } = reader;
  await page.goto(`${product.address}/console/sign-in`);
  await page.getByLabel('登录名').fill(account.login);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('六位数字').fill(await freshTotp(account.totpSecret));
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
}

async function visit(reader: Reader, product: Product, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await reader.page.goto(`${product.address}/console${path}`);
    await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
    await reader.page.waitForLoadState('networkidle');
  }
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

  await t.test('the newsroom: work, stories, editor, review, history', async () => {
    const chief = product.holder('chief-editor');
    const stories = await product.ask<List>(chief, '/stories');
    const story = stories.items[0]?.id ?? assert.fail('no story');
    await using reader = await Reader.open('policy-newsroom', { size: 'desk' });
    const breaches = await watch(reader);
    await signIn(reader, product, chief);
    await visit(reader, product, [
      '/',
      '/stories',
      `/stories/${story}`,
      `/stories/${story}/edit`,
      `/stories/${story}/review`,
      `/stories/${story}/history`,
      '/error-reports',
      '/pictures',
      '/materials',
      '/account',
      '/notices',
      '/preferences',
    ]);
    assert.deepEqual(breaches, []);
  });

  await t.test('the desk: orders, services, volunteers, hours', async () => {
    const coordinator = product.holder('coordinator');
    const orders = await product.ask<List>(coordinator, '/orders');
    const order = orders.items[0]?.id ?? assert.fail('no order');
    await using reader = await Reader.open('policy-desk', { size: 'desk' });
    const breaches = await watch(reader);
    await signIn(reader, product, coordinator);
    await visit(reader, product, [
      '/orders',
      '/orders/new',
      `/orders/${order}`,
      '/services',
      '/volunteers',
      '/teams',
      '/hours',
      '/stations',
    ]);
    assert.deepEqual(breaches, []);
  });

  await t.test('the administration: people, grants, places, record, jobs, settings', async () => {
    await using reader = await Reader.open('policy-administration', { size: 'desk' });
    const breaches = await watch(reader);
    await signIn(reader, product, product.holder('administrator'));
    await visit(reader, product, [
      '/people',
      '/grants',
      '/units',
      '/places',
      '/api-keys',
      '/audit',
      '/jobs',
      '/settings',
    ]);
    assert.deepEqual(breaches, []);
  });

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
