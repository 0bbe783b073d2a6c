import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Office } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Listed {
  readonly items: readonly { readonly slug: string; readonly name: { readonly 'zh-CN'?: string } }[];
}

test('the chief editor arranges what the desk works by, and takes an inspection’s dossier home', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'desk-arranges');
  const chief = await office.colleague('fangyuanshan');
  const step = stepsOf(t, [chief]);
  const { page } = chief;
  const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
  const slugOf = async (path: string, name: string): Promise<string> => {
    const { items } = await product.ask<Listed>(chief.account, path);
    return items.find((one) => one.name['zh-CN'] === name)?.slug ?? assert.fail(`${name} is not there`);
  };

  await step('a tag is added, named anew, and merged: its former address leads on', async () => {
    await chief.open('/tags');
    for (const name of ['河水涨了', '河边值守']) {
      await page.getByRole('button', { name: '加一个话题' }).first().click();
      const dialog = page.getByRole('dialog', { name: '加一个话题' });
      await dialog.getByLabel(/名字/).first().fill(name);
      await dialog.getByRole('button', { name: '加一个话题' }).click();
      await page.getByText(name, { exact: true }).first().waitFor();
      await dialog.waitFor({ state: 'hidden' });
    }
    const row = rowOf('河水涨了');
    await row.getByRole('button', { name: '改', exact: true }).click();
    const change = page.getByRole('dialog', { name: '改话题' });
    await change.getByLabel(/名字/).first().fill('防汛抢险');
    await change.getByRole('button', { name: '保存' }).click();
    await page.getByText('改好了，处处跟着变。').waitFor();
    const former = await slugOf('/tags', '河边值守');
    await rowOf('河边值守').getByRole('button', { name: '并到别的' }).click();
    const merge = page.getByRole('dialog', { name: '把“河边值守”并到' });
    await chief.choose(merge.getByLabel('并到哪一个'), '防汛抢险');
    await merge.getByRole('button', { name: '并到别的' }).click();
    await page.getByText('并好了。').waitFor();
    const led = await fetch(`${product.address}/tags/${former}`, { redirect: 'manual' });
    assert.deepEqual(
      [led.status, new URL(led.headers.get('location') ?? '', product.address).pathname],
      [301, `/tags/${await slugOf('/tags', '防汛抢险')}`],
    );
  });

  await step(
    'a series is begun with two stories in their order, and the public reads on from one to the other',
    async () => {
      await chief.open('/series');
      await page.getByRole('button', { name: '开一个系列' }).first().click();
      const dialog = page.getByRole('dialog', { name: '开一个系列' });
      await dialog.getByLabel(/名字/).first().fill('老桥一年');
      const { items } = await product.ask<{ items: { title: string; publicState: string; language: string }[] }>(
        chief.account,
        '/stories?publicState=published&limit=20',
      );
      const [one, other] = items.filter(({ language }) => language === 'zh-CN');
      assert.ok(one && other);
      for (const { title } of [one, other]) {
        await dialog.getByLabel('找稿件加进来').fill(title);
        await page.locator('.ant-select-dropdown:visible').getByText(title, { exact: true }).first().click();
      }
      await dialog.getByRole('button', { name: `“${other.title}”往前` }).click();
      await dialog.getByRole('button', { name: '开一个系列' }).click();
      await page.getByText('开好了。').waitFor();
      await chief.open(`/series/${await slugOf('/series', '老桥一年')}`, { site: true });
      const shown = await page.locator('main').innerText();
      assert.ok(
        shown.includes(one.title) && shown.indexOf(other.title) < shown.indexOf(one.title),
        shown.slice(0, 400),
      );
    },
  );

  await step('a name of the county is added, left out and used again; a check is switched off and on', async () => {
    await chief.open('/lexicon');
    await page.getByRole('button', { name: '加一个' }).first().click();
    const dialog = page.getByRole('dialog', { name: '加一个' });
    await dialog.getByLabel('正确写法').fill('柳河防汛抗旱指挥部');
    await dialog.getByLabel('常见错写').fill('柳河防汛指挥所');
    await dialog.getByRole('button', { name: '加一个' }).click();
    await page.getByText('收到了。').waitFor();
    const row = rowOf('柳河防汛抗旱指挥部');
    await row.getByRole('button', { name: '停用' }).click();
    await page
      .getByRole('dialog', { name: '停用“柳河防汛抗旱指挥部”？' })
      .getByRole('button', { name: '停用' })
      .click();
    await row.getByRole('button', { name: '再用' }).click();
    await row.getByRole('button', { name: '停用' }).waitFor();
    await chief.open('/checks');
    const check = page.getByRole('switch').first();
    const name = (await check.getAttribute('aria-label')) ?? '';
    await check.click();
    await page
      .getByRole('dialog', { name: `全县关掉“${name}”？` })
      .getByRole('button', { name: '关掉' })
      .click();
    await page.getByText('关掉了。').waitFor();
    // The list is read again behind the word; until then the switch stands where it stood.
    await page.getByRole('switch', { name, checked: false }).click();
    await page.getByText('打开了。').waitFor();
  });

  await step(
    'days are drawn with a seed that both sides agreed on, and their stories are taken out as one sealed file',
    async () => {
      await chief.open('/inspections');
      await page.getByRole('button', { name: '抽几天' }).first().click();
      const dialog = page.getByRole('dialog', { name: '抽查：抽几天' });
      await dialog.getByLabel('抽几天').fill('2');
      await dialog.getByLabel('种子').fill('3 1 4 1 5');
      await dialog.getByRole('button', { name: '抽几天' }).click();
      await page.getByText('抽好了。').waitFor();
      await page.getByText('3 1 4 1 5').first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '取走卷宗' }).first().click(),
      ]);
      // The names of its files stand as they are in a ZIP.
      const bytes = await readFile(await download.path());
      for (const name of ['index.html', 'verify.mjs', 'manifest']) assert.ok(bytes.includes(name), name);
      await chief.picture('inspections', { narrow: true });
    },
  );
});
