import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Office, type Colleague } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly state: string;
}

test('a chief editor with nothing but a phone: keeps a text for later, sets the front page, plans what goes out together', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'one-phone');
  const chief = await office.seat('fangyuanshan', 'zh-CN', 'phone');
  const reader = await office.seat('qinzhuqing', 'zh-CN', 'phone');
  const { page } = chief;
  const step = stepsOf(t, [chief, reader]);
  await chief.signIn();
  const stories = (query: string): Promise<Line[]> =>
    product.ask<{ items: Line[] }>(chief.account, `/stories?${query}`).then(({ items }) => items);

  await step('a good text for which it is too early is kept, and taken up again where it stood', async () => {
    const waits = (await stories('state=final_review&limit=1'))[0];
    assert.ok(waits, 'a text waits for the last signature');
    await chief.open(`/stories/${waits.id}/review`);
    await page.getByRole('button', { name: '别的处理' }).click();
    await page.getByRole('menuitem', { name: '留着待用' }).click();
    const dialog = page.getByRole('dialog', { name: '留着待用' });
    await dialog.getByLabel('为什么留着').fill('等水位退下去再发。');
    await chief.picture('keep');
    await dialog.getByRole('button', { name: '留着', exact: true }).click();
    await page.getByText('留着了。').waitFor();
    await chief.open(`/stories/${waits.id}`);
    await page.getByText('等水位退下去再发。').first().waitFor();
    await chief.checkAccess('kept');
    await chief.picture('kept');
    assert.equal((await stories('state=held'))[0]?.title, waits.title);
    await page.getByRole('button', { name: '拿起来审' }).first().click();
    await page.getByText('拿起来了，等原来那一步来审。').waitFor();
    assert.ok((await stories('state=final_review')).some((one) => one.id === waits.id));
  });

  await step('the story of their choice leads the front page until they take it away', async () => {
    const before = await headline(reader);
    const chosen = (await stories('publicState=published&sort=-publishedAt&limit=30')).find(
      (one) => !before.includes(one.title) && /[一-龥]/.test(one.title),
    );
    assert.ok(chosen);
    await chief.open('/front');
    await page
      .getByRole('button', { name: /^(放一篇|换一篇)$/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: '放上头条' });
    await dialog.getByLabel('哪一篇').click();
    await page.keyboard.type(chosen.title.slice(0, 6));
    await page.locator('.ant-select-dropdown:visible').getByText(chosen.title, { exact: true }).click();
    await chief.picture('place');
    await dialog.getByRole('button', { name: '放一篇' }).click();
    await page.getByText('放好了。').waitFor();
    await chief.checkAccess('front');
    await chief.picture('front');
    assert.ok((await headline(reader)).includes(chosen.title), 'the reader sees it first');
    await reader.picture('home');
    await page.getByRole('button', { name: '拿下来' }).first().click();
    await page.getByText('拿下来了，最新的补上去了。').waitFor();
    assert.ok(!(await headline(reader)).includes(chosen.title));
    await page.getByRole('button', { name: '放回去' }).click();
    await page.getByText('放回去了。').waitFor();
    assert.ok((await headline(reader)).includes(chosen.title), 'it was but a slip of the finger');
  });

  await step('two texts shall go out at one moment: what is signed waits for the other', async () => {
    const [one, other] = await stories('state=final_review&limit=2');
    assert.ok(one && other);
    await chief.open('/releases');
    await page.getByRole('button', { name: '排一组' }).first().click();
    const dialog = page.getByRole('dialog', { name: '排一组' });
    await dialog.getByLabel('叫什么').fill('汛期专版');
    await dialog.getByLabel('哪几篇').click();
    for (const { title } of [one, other]) {
      await page.keyboard.type(title.slice(0, 6));
      await page.locator('.ant-select-dropdown:visible').getByText(title, { exact: true }).click();
    }
    await page.keyboard.press('Escape');
    await chief.picture('plan-release');
    await dialog.getByRole('button', { name: '排一组' }).click();
    await page.getByRole('heading', { level: 1, name: '汛期专版' }).waitFor();
    await page.getByText('还有 2 篇不能发', { exact: false }).waitFor();
    await chief.checkAccess('release');
    await chief.picture('release');
  });

  for (const person of [chief, reader]) assert.deepEqual(person.complaints, [], person.account.login);
});

/** The words of the story that leads the public front page. */
async function headline(reader: Colleague): Promise<string> {
  await reader.open('/', { site: true });
  return (await reader.page.locator('main a[href^="/stories/"]').first().innerText()).trim();
}
