import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Office, type Colleague } from './support/desk.ts';
import { drawPicture } from './support/draw-picture.ts';
import { startProduct, type Product } from './support/product.ts';

interface Story {
  readonly id: string;
  readonly slug: string | null;
  readonly state: string;
  readonly publicState: string;
  readonly version: number;
}

const headline = '石桥镇的老井修好了，周六起可以打水';

test('at the desk: a story is written, returned, signed by three, changed, corrected, withdrawn and restored', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'desk-story');
  const writer = await office.colleague('linxiaohe');
  const first = await office.colleague('zhouyan');
  const second = await office.colleague('shenqiu');
  const final = await office.colleague('fangyuanshan');
  const everybody = [writer, first, second, final];
  const story = (): Promise<Story> => product.ask<Story>(writer.account, `/stories/${id}`);
  let id = '';

  await t.test('an editor writes with heading, list, bold, link and a described picture, and hands it in', async () => {
    const { page } = writer;
    await writer.open('/stories');
    await page.getByRole('link', { name: '写一篇' }).first().click();
    await page.getByRole('heading', { level: 1, name: '写一篇' }).waitFor();
    await writer.choose(page.getByLabel('栏目'), '村里的事');
    await writer.mustBeAccessible('new story');
    await writer.picture('begin');
    await page.getByRole('button', { name: '开始写' }).click();
    await page.getByLabel('标题', { exact: true }).fill(headline);
    await page.getByLabel('导语').fill('清了淤，换了石栏，水也验过。');
    id = page.url().split('/').at(-2) ?? '';
    await write(writer);
    await writer.mustBeAccessible('editor');
    await page.keyboard.press('Control+s');
    await page.getByText(/^已存/).waitFor();
    await writer.picture('written', { narrow: true });
    await page.getByRole('button', { name: '交稿' }).click();
    await page.getByText('等一审').first().waitFor();
    await writer.picture('handed-in', { narrow: true });
    assert.equal((await story()).state, 'first_review');
  });
});

/** Types a text with everything a story may hold. */
async function write(writer: Colleague): Promise<void> {
  const { page } = writer;
  const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.type('镇上最老的一口井停用了三年，这周修好了。');
  await page.keyboard.press('Enter');
  await tool('小标题').click();
  await page.keyboard.type('怎么打水');
  await page.keyboard.press('Enter');
  await tool('列表').click();
  await page.keyboard.type('早上6点到晚上8点');
  await page.keyboard.press('Enter');
  await page.keyboard.type('自带水桶，');
  await tool('加粗').click();
  await page.keyboard.type('别带塑料瓶');
  await tool('加粗').click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('验水的单子在');
  await page.keyboard.type('这里');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await tool('链接').click();
  await page.getByLabel('链接地址').fill('https://example.org/water');
  await page.getByRole('button', { name: '加上' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tool('图片').click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '从这台机器传' }).click();
  await (await chosen).setFiles({ name: 'well.png', mimeType: 'image/png', buffer: drawPicture(900, 600) });
  await page.getByLabel('画的是什么（给看不见的人听）').fill('一口石栏水井，井沿上放着木桶');
}
