import assert from 'node:assert/strict';
import { ways } from '../../console/shell/navigation.ts';
import type { Reader } from './browser.ts';
import { addressAt, pagesInside } from './console-pages.ts';
import type { DemoAccount, Product } from './product.ts';
import { freshTotp } from './totp.ts';

/** Signs in with a password, in Chinese. */
export async function signInAtDesk(reader: Reader, product: Product, account: DemoAccount): Promise<void> {
  const { page } = reader;
  await page.goto(`${product.address}/console/sign-in`);
  await page.getByLabel('登录名').fill(account.login);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  if (account.totpSecret) {
    await page.getByLabel('六位数字').fill(await freshTotp(account.totpSecret));
    await page.getByRole('button', { name: '继续' }).click();
  }
  await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
}

/** Every entry of the navigation, each with the first of these people who may open it. */
export async function waysOf(product: Product, people: readonly DemoAccount[]): Promise<string[][]> {
  const left = new Set(ways.flatMap(({ entries }) => entries));
  const found: string[][] = [];
  for (const person of people) {
    const { abilities } = await product.ask<{ abilities: string[] }>(person, '/me');
    const may = [...left].filter(
      (way) => way.abilities.length === 0 || way.abilities.some((ability) => abilities.includes(ability)),
    );
    for (const way of may) left.delete(way);
    found.push(may.map(({ to }) => to));
  }
  assert.deepEqual([...left], [], 'somebody may open each');
  return found;
}

/** Lists by which the ids of pages are found. */
const lists: Readonly<Record<string, string>> = {
  '/ideas/:id': '/ideas',
  '/stories/:id': '/stories',
  '/stories/:id/edit': '/stories',
  '/stories/:id/review': '/stories',
  '/stories/:id/history': '/stories',
  '/error-reports/:id': '/error-reports',
  '/releases/:id': '/releases',
  '/chains/:id': '/chains',
  '/channels/:id/returned': '/channels',
  '/copies/:id': '/copies',
  '/pictures/:hash': '/pictures',
  '/materials/:id': '/materials',
  '/orders/:id': '/orders',
  '/incidents/:id': '/incidents',
  '/dispatch-plans/:id': '/dispatch-plans',
  '/offers/:id': '/offers',
  '/visits/:id': '/visits',
  '/services/:slug': '/services',
  '/people/:id': '/people',
  '/places/:id': '/places',
};
interface Item extends Readonly<Record<string, unknown>> {
  readonly settings?: { readonly kind: string };
}
/** Where only some of a list have the page. */
const having: Readonly<Record<string, (one: Item) => boolean>> = {
  '/channels/:id/returned': ({ settings }) => settings?.kind === 'newsletter',
};
/** Of these the demonstration has none. */
export const withoutOne: readonly string[] = [];

/** Every page behind the sign-in, with something that it shows, each for the first of these people who may open it. */
export async function allPages(product: Product, people: readonly DemoAccount[]): Promise<{ path: string }[][]> {
  const found = (await waysOf(product, people)).map((paths) => paths.map((path) => ({ path })));
  const opened = new Set(found.flat().map(({ path }) => addressAt(path)));
  for (const { path } of pagesInside) {
    if (opened.has(path)) continue;
    for (const [at, person] of people.entries()) {
      const list = lists[path];
      const param = /:(\w+)/.exec(path)?.[1];
      const one = list && param ? await firstOf(product, person, list, { param, has: having[path] }) : '';
      if (one === undefined) continue;
      found[at]?.push({ path: path.replace(/:\w+/, one) });
      break;
    }
  }
  return found;
}

async function firstOf(
  product: Product,
  person: DemoAccount,
  list: string,
  { param, has = () => true }: { param: string; has: ((one: Item) => boolean) | undefined },
): Promise<string | undefined> {
  const answer = await product.ask<{ items?: readonly Item[] }>(person, list).catch(() => undefined);
  const found = answer?.items?.find(has)?.[param];
  return typeof found === 'string' ? found : undefined;
}
