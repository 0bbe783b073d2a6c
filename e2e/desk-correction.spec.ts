import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWord, fromMyWork, sign } from './support/desk-acts.ts';
import { Office, type Colleague } from './support/desk.ts';
import { startProduct } from './support/product.ts';

interface Story {
  readonly id: string;
  readonly slug: string | null;
  readonly state: string;
  readonly title: string;
}

const headline = '上坪村的红薯合作社分了第一笔钱';

test('at the desk: a report becomes a correction, a word changed lets signatures fall, a story is withdrawn and restored', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'desk-correction');
  const [writer, first, second, final] = await Promise.all([
    office.colleague('linxiaohe'),
    office.colleague('zhouyan'),
    office.colleague('shenqiu'),
    office.colleague('fangyuanshan'),
  ]);
  const reader = await office.seat('qinzhuqing');
  const story = (): Promise<Story> => product.ask<Story>(writer.account, `/stories/${id}`);
  const [found] = (await product.ask<{ items: Story[] }>(writer.account, `/stories?q=${encodeURIComponent(headline)}`))
    .items;
  const id = found?.id ?? '';
  // Each step stands on the one before it: the first that fails ends the journey, with a picture of every screen.
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    let done = false;
    await t.test(name, async () => {
      await work().catch(async (error: unknown) => {
        await step('the chief editor opens a section, moves it and closes it; no copy needs anybody', async () => {
          const { page } = final;
          await final.open('/sections');
          await page.getByRole('button', { name: '开一个栏目' }).click();
          const dialog = page.getByRole('dialog', { name: '开一个栏目' });
          await dialog.getByLabel('中文名').fill('集市');
          await dialog.getByLabel('英文名').fill('Markets');
          await dialog.getByLabel('地址').fill('villages');
          await dialog.getByRole('button', { name: '开一个栏目' }).click();
          await dialog.getByText('这个地址已经有了', { exact: false }).waitFor();
          await final.picture('section-taken');
          await dialog.getByLabel('地址').fill('markets');
          await dialog.getByRole('button', { name: '开一个栏目' }).click();
          await page.getByText('开好了。').waitFor();
          await page.getByRole('button', { name: '把“集市”往上挪' }).click();
          await page.getByText('挪好了。').waitFor();
          await final.checkAccess('sections');
          await final.picture('sections', { narrow: true });
          const row = page.getByRole('listitem').filter({ hasText: '/sections/markets' });
          assert.equal(
            await page
              .locator('ol.sections > li')
              .last()
              .innerText()
              .then((text) => text.includes('集市')),
            false,
          );
          await row.getByRole('button', { name: '停办' }).click();
          await page.getByRole('dialog').getByRole('button', { name: '停办' }).click();
          await row.getByText('已停办').waitFor();
          await final.open('/copies');
          await page.getByText('每一份都在它该在的地方。').waitFor();
          await final.checkAccess('copies');
          await final.picture('copies');
        });

        await step('in English the same screens say the same', async () => {
          const { page } = final;
          await page.getByRole('button', { name: 'English' }).click();
          await final.open(`/stories/${id}`);
          await page.getByText('Where it stands').waitFor();
          await page.getByText('Arrived', { exact: false }).first().waitFor();
          await final.picture('english-story', { narrow: true });
          await final.open('/sections');
          await page.getByRole('heading', { name: 'Sections' }).waitFor();
          await final.picture('english-sections', { narrow: true });
        });

        for (const person of [writer, first, second, final, reader]) await person.picture('failed');
        throw error;
      });
      done = true;
    });
    assert.ok(done, name);
  };

  for (const person of [writer, first, second, final, reader])
    assert.deepEqual(person.complaints, [], person.account.login);
});

/** Withdraws or restores, with the reason for the record. */
async function turn(person: Colleague, act: '撤下核实' | '恢复', reason: string): Promise<void> {
  const { page } = person;
  await page.getByRole('button', { name: '还能做什么' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.getByLabel('为什么（内部记录）').fill(reason);
  await person.picture(act === '恢复' ? 'restore' : 'withdraw');
  await dialog.getByRole('button', { name: '用演示钥匙签字' }).click();
  await page.getByText(act === '恢复' ? '已恢复。' : '已撤下。').waitFor();
}
