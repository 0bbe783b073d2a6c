import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { writeDocx } from '../console/newsroom/docx/write-docx.ts';
import { readDocx } from '../document/from-docx/index.ts';
import { storyTextFromParagraphs, storyTextOf } from '../document/index.ts';
import { fromMyWork, sign } from './support/desk-acts.ts';
import { Office, type Colleague } from './support/desk.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Story {
  readonly id: string;
  readonly state: string;
  readonly places: readonly { readonly id: string }[];
  readonly section: { readonly id: string };
}

const idea = '老桥边的豆腐坊，凌晨三点开磨';
const headline = '豆腐坊的灯，三点就亮了';
const words = '头一板豆腐五点出锅，赶早市的人等在门口。';

/** A text as somebody sends it who writes in Word. */
const wordFile = (): Buffer =>
  Buffer.from(
    writeDocx({
      text: storyTextOf(
        storyTextFromParagraphs({
          language: 'zh-CN',
          title: headline,
          paragraphs: [
            words,
            { heading: '一天几板' },
            {
              table: [
                ['日子', '几板'],
                ['平日', '八板'],
                ['逢集', '十四板'],
              ],
            },
          ],
        }),
      ),
      facts: '',
      signatures: [],
      signaturesTitle: '',
      pictures: new Map(),
    }),
  );

test('an idea becomes a text from Word that is reviewed by its chain, and the watch changes hands', async (t) => {
  await using product = await startProduct({ paths: ['/console/', '/console/phone/'] });
  await using office = await Office.open(product, 'desk-plans');
  await using phone = await Phone.make();
  const [head, chief, writer, leaving] = await Promise.all([
    office.colleague('shenqiu'),
    office.colleague('fangyuanshan'),
    office.colleague('linxiaohe'),
    office.colleague('zhouyan'),
  ]);
  const step = stepsOf(t, [head, chief, writer, leaving]);
  const card = (column: string) =>
    head.page.getByRole('region', { name: column, exact: true }).getByRole('listitem').filter({ hasText: idea });
  const story = (id: string): Promise<Story> => product.ask<Story>(writer.account, `/stories/${id}`);
  let id = '';

  await step('an idea is noted on the board and somebody is asked, who says yes on the phone', async () => {
    const { page } = head;
    await head.open('/plan');
    await page.getByLabel('选题', { exact: true }).fill(idea);
    await page.getByRole('button', { name: '记下' }).click();
    await card('没人做').waitFor();
    await card('没人做').getByRole('link').click();
    await page.getByRole('button', { name: '加一项任务' }).click();
    const dialog = page.getByRole('dialog', { name: '加一项任务' });
    await head.choose(dialog.getByLabel('请谁'), '林晓禾');
    await dialog.getByLabel('备注').fill('三点去，别开闪光灯。');
    await head.picture('assign', { narrow: true });
    await dialog.getByRole('button', { name: '加一项任务' }).click();
    await page.getByText('等答复').waitFor();
    await page.goBack();
    await card('等答复').waitFor();

    const { page: hers } = phone;
    await hers.goto(`${product.address}/console/phone/`);
    await signInOnPhone(hers, writer.account);
    await hers.getByRole('link', { name: idea }).waitFor();
    await phone.screenshot('desk-plans-phone-work');
    await hers.getByRole('link', { name: idea }).click();
    await hers.getByText('三点去，别开闪光灯。').waitFor();
    await phone.screenshot('desk-plans-phone-asked');
    await hers.getByRole('button', { name: '我去' }).click();
    await hers.getByRole('button', { name: '写稿' }).waitFor();
    await phone.screenshot('desk-plans-phone-accepted');
    // Nobody read the board anew: it hears of it.
    await card('在做').getByText('接了').waitFor();
    await head.picture('board', { narrow: true });
  });

  await step('the text comes from a Word file, is handed in, and the board says so by itself', async () => {
    const { page } = writer;
    await writer.open('/plan');
    await page.getByRole('link', { name: idea }).click();
    await page.getByRole('button', { name: '写稿' }).click();
    const body = page.getByRole('textbox', { name: '正文' });
    await body.click();
    id = page.url().split('/').at(-2) ?? '';
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '从 Word 文件导入（.docx）' }).click();
    await (
      await chosen
    ).setFiles({
      name: '豆腐坊.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: wordFile(),
    });
    await page.getByText('取进来了。Ctrl+Z 可以撤回。').waitFor();
    assert.equal(await page.getByLabel('标题', { exact: true }).inputValue(), headline);
    await body.getByText(words).waitFor();
    assert.equal(await body.getByRole('cell', { name: '十四板' }).count(), 1);
    await writer.picture('imported', { narrow: true });
    await page.keyboard.press('Control+s');
    await page.getByText(/^已存，(?!停笔)/).waitFor();
    await page.getByRole('button', { name: '交稿' }).click();
    await page.getByText('等一审').first().waitFor();
    await card('交来了').waitFor();
    await head.picture('handed-in', { narrow: true });
  });

  await step('it is saved as a Word file that says what the story says', async () => {
    const { page } = writer;
    await page.getByRole('button', { name: '还能做什么' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '存成 Word 文件' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `${headline}.docx`);
    const said = JSON.stringify(await readDocx(new Uint8Array(await readFile(await download.path()))));
    for (const one of [headline, words, '一天几板', '十四板']) assert.ok(said.includes(one), one);
  });

  await step('the chain is arranged anew while the story is in it: it goes on by the old one', async () => {
    const { page } = chief;
    await chief.open('/chains');
    await page.getByRole('link', { name: '三审', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '三审' }).waitFor();
    await chief.choose(page.getByLabel('加一步'), '一校');
    await page.getByRole('button', { name: '一校往前移' }).click();
    await page.getByRole('button', { name: '去掉二审' }).click();
    await chief.picture('chain', { narrow: true });
    await page.getByRole('button', { name: '保存这样安排' }).click();
    await page.getByText('安排好了。').waitFor();
    await page.getByText(/\d+ 篇还按第 1 次安排审/).waitFor();
    await chief.picture('chain-arranged', { narrow: true });

    await fromMyWork(leaving, headline);
    await sign(leaving, /用演示密钥签字，交二审/);
    assert.equal((await story(id)).state, 'second_review');
    await writer.page.getByRole('list', { name: '签字' }).getByText('周砚').waitFor();
    assert.deepEqual(await stepsOn(writer), ['一审', '二审', '终审']);
    await writer.picture('old-chain', { narrow: true });

    const { places, section } = await story(id);
    const next = await product.send<Story>(writer.account, '/stories', {
      kind: 'story',
      language: 'zh-CN',
      sectionId: section.id,
      placeIds: places.map((place) => place.id),
      text: storyTextOf(
        storyTextFromParagraphs({ language: 'zh-CN', title: '豆渣喂了谁家的猪', paragraphs: ['村里三户来拉。'] }),
      ),
    });
    await writer.open(`/stories/${next.id}`);
    await writer.page.getByRole('button', { name: '交稿' }).click();
    await writer.page.getByRole('list', { name: '签字' }).waitFor();
    assert.deepEqual(await stepsOn(writer), ['一审', '一校', '终审']);
    await writer.picture('new-chain');
  });

  await step('a gap of the roster is filled, and the watch is handed over under two signatures', async () => {
    const { page } = chief;
    await chief.open('/roster');
    await page.getByText('缺人').first().waitFor();
    await chief.picture('roster', { narrow: true });
    const { page: his } = leaving;
    await leaving.open('/roster');
    await his.getByRole('button', { name: '交班' }).click();
    const dialog = his.getByRole('dialog', { name: '交班给谁' });
    await dialog.getByLabel('要交代的').fill('豆腐坊那篇等二审；水利站八点回电话。');
    await leaving.picture('hand-over', { narrow: true });
    await dialog.getByRole('button', { name: '看交接单，签字' }).click();
    const paper = his.getByRole('dialog', { name: '交接单：交班签字' });
    await paper.getByRole('link', { name: headline }).waitFor();
    await leaving.picture('hand-over-paper', { narrow: true });
    await paper.getByRole('button', { name: '用演示密钥签字' }).click();
    await his.getByText('交好了，等对方接。').waitFor();

    const { page: hers } = phone;
    await hers.goto(`${product.address}/console/phone/`);
    await hers.getByRole('link', { name: /水利站八点回电话/ }).click();
    await hers.getByText('周砚把班交给您了').waitFor();
    await phone.screenshot('desk-plans-phone-watch');
    await hers.getByRole('button', { name: '看交接单，接班' }).click();
    await hers.getByRole('dialog').getByText(headline).waitFor();
    await phone.screenshot('desk-plans-phone-paper');
    await hers.getByRole('button', { name: '用演示密钥签字' }).click();
    await hers.getByText('接好了。').waitFor();
    await hers.getByText('周砚把班交给您了').waitFor({ state: 'detached' });
    await phone.screenshot('desk-plans-phone-taken');
    // He stays before the page, which hears that she has taken it.
    await his.getByText(/^交接单：\d+ 篇在走流程，2 个签字$/).click();
    await his.getByText('核对无误').nth(1).waitFor();
    await leaving.picture('handed-over', { narrow: true });
  });

  await step('whoever arranges the roster fills what nobody stood for', async () => {
    const { page } = chief;
    const post = page.getByRole('columnheader', { name: /^编辑\s*清溪县/ });
    await post.getByRole('button', { name: '排班' }).click();
    const dialog = page.getByRole('dialog', { name: /^排班：/ });
    await chief.choose(dialog.getByLabel('轮到谁'), '周砚');
    await page.keyboard.press('Escape');
    await chief.picture('fill', { narrow: true });
    await dialog.getByRole('button', { name: '排班' }).click();
    await page.getByText(/^排好了 \d+ 班。$/).waitFor();
    await page.getByText('缺人').first().waitFor({ state: 'detached' });
    await chief.picture('filled');
  });

  for (const person of [head, chief, writer, leaving]) assert.deepEqual(person.complaints, [], person.account.login);
});

/** The steps of the chain, as the line over a story names them. */
const stepsOn = ({ page }: Colleague): Promise<string[]> =>
  page.locator('.steps-line > li > span:first-child').allInnerTexts();
