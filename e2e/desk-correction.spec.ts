import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { changeWord, fromMyWork, sign } from './support/desk-acts.ts';
import { Office, type Colleague } from './support/desk.ts';
import { startProduct, type Product } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

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
  const id = await idOf(product, writer, headline);
  const step = stepsOf(t, [writer, first, second, final, reader]);

  await step('a reader’s report becomes a correction draft by one click, with its plan before it', async () => {
    const { page } = reader;
    await reader.open(`/stories/${(await story()).slug}`, { site: true });
    await page.getByRole('link', { name: '这里有错' }).click();
    await page.getByLabel('哪里错了，应该是什么').fill('开头的两个字不对。');
    await page.getByRole('button', { name: '告诉编辑' }).click();
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    const desk = writer.page;
    await writer.open('/error-reports');
    const row = desk.getByRole('row').filter({ hasText: '开头的两个字不对' });
    await row.waitFor();
    await writer.checkAccess('reports');
    await writer.picture('reports', { narrow: true });
    await row.getByRole('button', { name: '更正' }).click();
    const dialog = desk.getByRole('dialog', { name: '更正' });
    const onTheSite = dialog.getByRole('listitem').filter({ hasText: '公开网站' });
    await onTheSite.getByText('签完以后，新的字在原来的地址换上').waitFor();
    await writer.picture('correction-plan', { narrow: true });
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await desk.getByText('正在更正：开头的两个字不对。').waitFor();
    await changeWord(writer, 0, 2, '如今');
    await desk.keyboard.press('Control+s');
    await desk.getByText(/^已存，(?!停笔)/).waitFor();
    await desk.getByRole('button', { name: '交稿' }).click();
    await desk.getByText('等一审').first().waitFor();
  });

  await step('one word changed in review: the signatures fall, and the reviewer sees which word', async () => {
    await fromMyWork(first, headline);
    await first.page.getByText(/和已发布的比，改了 \d+ 处。/).waitFor();
    await sign(first, /用演示密钥签字，交二审/);
    const desk = writer.page;
    await desk.getByRole('link', { name: '改', exact: true }).click();
    await desk.getByText('您接着写的存在旁边', { exact: false }).waitFor();
    await changeWord(writer, 0, 2, '眼下');
    await writer.picture('change-in-review');
    assert.equal((await story()).state, 'second_review', 'what is written beside touches nothing');
    await desk.keyboard.press('Control+s');
    const handIn = desk.getByRole('dialog', { name: '把改动交进去' });
    await handIn.getByText('这次改动要重签的字作废', { exact: false }).waitFor();
    await handIn.getByRole('button', { name: '把改动交进去' }).click();
    await desk.getByText(/^已存，(?!停笔)/).waitFor();
    assert.equal((await story()).state, 'first_review');
    await writer.open(`/stories/${id}`);
    await desk.getByText('改过，作废').first().waitFor();
    await writer.picture('signatures-fell');
    await fromMyWork(first, headline);
    await first.page.getByText('从您上次签到现在改了 1 处，其余一字未动。').waitFor();
    // Words are compared, not letters: a neighbour may belong to the changed word.
    assert.match(await first.page.locator('.story-text ins').innerText(), /^眼下/);
    await first.picture('what-changed', { narrow: true });
    await sign(first, /用演示密钥签字，交二审/);
  });

  await step('the correction passes the chain, and the public sees the very words struck and set', async () => {
    await fromMyWork(second, headline);
    await sign(second, /用演示密钥签字，交终审/);
    await fromMyWork(final, headline);
    await sign(final, '用演示密钥签字，发布');
    // The next text that waits is open by now.
    await final.open(`/stories/${id}`);
    await final.page.getByText('第 2 版').first().waitFor();
    await final.page.getByRole('button', { name: '核对签字' }).click();
    await final.page.getByText('每一个签字都对得上。').waitFor();
    await final.page.getByText('签字细节').first().click();
    await final.page.getByText('怎么不靠系统也能核对').click();
    await final.checkAccess('signatures checked');
    await final.picture('signatures-checked', { narrow: true });
    const { page } = reader;
    await reader.open(`/stories/${(await story()).slug}`, { site: true });
    await page.getByText('开头的两个字不对。').waitFor();
    const correction = page.locator('.correction').first();
    assert.ok((await correction.locator('del').first().innerText()).length > 1);
    assert.match(await correction.locator('ins').first().innerText(), /眼下/);
    await reader.picture('corrected', { narrow: true });
  });

  await step('the person on duty withdraws it for checking, and puts it back', async () => {
    const address = `/stories/${(await story()).slug}`;
    await turn(final, '撤下核实', '有人打电话说水还没验完。', /^English/);
    await final.picture('withdrawn');
    await reader.open(address, { site: true });
    await reader.page.getByRole('heading', { level: 1, name: '这篇暂时撤下，正在核对' }).waitFor();
    await reader.page.getByText(/我们在.*\d.*撤下了它/).waitFor();
    await reader.picture('withdrawn-public');
    assert.equal(await reader.page.getByText('眼下').count(), 0);
    // Its translation went with it, and comes back with it.
    const translation = `/en/stories/${(await translationOf(product, writer, id)).slug}`;
    await reader.open(translation, { site: true });
    await reader.page.getByRole('heading', { level: 1, name: 'Withdrawn for checking' }).waitFor();
    await turn(final, '恢复', '水验过了，没有问题。', /^English/);
    await reader.open(translation, { site: true });
    await reader.page.locator('.story-text').waitFor();
    await reader.open(address, { site: true });
    await reader.page.getByText('眼下').first().waitFor();
  });

  await step('the history shows every version, and what differs between two', async () => {
    const { page } = writer;
    await writer.open(`/stories/${id}`);
    await page.getByRole('link', { name: '历史和差别' }).click();
    await page.getByRole('heading', { level: 1, name: '历史和差别' }).waitFor();
    await page.getByText('第 2 版').waitFor();
    await page.locator('.story-text ins').first().waitFor();
    await writer.checkAccess('history');
    await writer.picture('history', { narrow: true });
  });

  await step(
    'two editors at one text: each sees the other, neither loses a word, also through a broken line',
    async () => {
      await writer.open(`/stories/${id}`);
      await writer.page.getByRole('button', { name: '还能做什么' }).click();
      await writer.page.getByRole('menuitem', { name: '补充新情况' }).click();
      const dialog = writer.page.getByRole('dialog', { name: '补充新情况' });
      await dialog.getByRole('textbox').fill('补充了公交改线');
      await writer.picture('update', { narrow: true });
      await dialog.getByRole('button', { name: '开始补充' }).click();
      await first.open(`/stories/${id}/edit`);
      await first.page.getByText('林晓禾').first().waitFor();
      await changeWord(first, 0, 2, '昨天');
      const hers = writer.page.getByRole('textbox', { name: '正文' });
      await hers.getByText('昨天').waitFor();
      await writer.page.locator('.writer-caret').waitFor();
      await writer.checkAccess('together');
      await writer.picture('together', { narrow: true });
      await writer.context.setOffline(true);
      await writer.page.getByLabel('标题', { exact: true }).press('Home');
      await writer.page.keyboard.type('本镇：');
      await changeWord(first, 0, 2, '前天');
      await writer.context.setOffline(false);
      await until(async () => (await first.page.getByLabel('标题', { exact: true }).inputValue()).startsWith('本镇：'));
      await hers.getByText('前天').waitFor();
      await writer.page.keyboard.press('Control+s');
      await writer.page.getByText(/^已存，(?!停笔)/).waitFor();
      await first.page.getByRole('textbox', { name: '正文' }).click();
      await first.page.keyboard.press('Control+z');
      await hers.getByText('昨天').waitFor();
      assert.match(
        await writer.page.getByLabel('标题', { exact: true }).inputValue(),
        /^本镇：/,
        'undoing takes back only one’s own',
      );
      await writer.open(`/stories/${id}/history`);
      await writer.page.locator('.story-text ins').first().waitFor();
      await writer.page.getByRole('button', { name: /^从第 \d+ 稿接着写$/ }).click();
      await writer.picture('go-back');
      await writer.page.getByRole('button', { name: '接着写', exact: true }).click();
      await writer.page.getByRole('textbox', { name: '正文' }).waitFor();
    },
  );

  for (const person of [writer, first, second, final, reader])
    assert.deepEqual(person.complaints, [], person.account.login);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    assert.ok(tries < 1_800, 'it never came');
    await pause(50);
  }
}

/** The demonstration's story with this headline; the last of them arrive while the first are already read. */
async function idOf(product: Product, person: Colleague, title: string): Promise<string> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const { items } = await product.ask<{ items: Story[] }>(person.account, `/stories?q=${encodeURIComponent(title)}`);
    const found = items.find((one) => one.title === title);
    if (found) return found.id;
    await pause(500);
  }
  return assert.fail(`the demonstration has no story ${title}`);
}

/** The English text of a story. */
async function translationOf(product: Product, person: Colleague, id: string): Promise<Story> {
  const { translations } = await product.ask<{ translations: { id: string }[] }>(person.account, `/stories/${id}`);
  return product.ask<Story>(person.account, `/stories/${translations[0]?.id}`);
}

/** Withdraws or restores, with the reason for the record, and with the translation that is ticked already. */
async function turn(person: Colleague, act: '撤下核实' | '恢复', reason: string, along: RegExp): Promise<void> {
  const { page } = person;
  await page.getByRole('button', { name: '还能做什么' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  const dialog = page.getByRole('dialog', { name: act });
  assert.ok(await dialog.getByRole('checkbox', { name: along }).isChecked(), 'the translation goes along');
  await dialog.getByLabel('为什么（内部记录）').fill(reason);
  await person.picture(act === '恢复' ? 'restore' : 'withdraw');
  await dialog.getByRole('button', { name: '用演示密钥签字' }).click();
  await page.getByText(act === '恢复' ? '已恢复。' : '已撤下。').waitFor();
}
