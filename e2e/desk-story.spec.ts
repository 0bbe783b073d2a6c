import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWord, fromMyWork, select, sign } from './support/desk-acts.ts';
import { Office, type Colleague } from './support/desk.ts';
import { drawPicture } from './support/draw-picture.ts';
import { startProduct } from './support/product.ts';
import type { Product } from './support/product.ts';
import { stepsOf } from './support/steps.ts';
import { storyTextFromParagraphs, storyTextOf } from '../document/index.ts';
import { Writer } from '../server/modules/newsroom/testing/writer.ts';
import { until } from '../server/testing/until.ts';

interface Story {
  readonly id: string;
  readonly slug: string | null;
  readonly state: string;
  readonly publicState: string;
  readonly version: number;
}

const headline = '石桥镇的老井修好了，周六起可以打水';

test('at the desk: a story is written, returned, mended and signed by three, the last with a passkey', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'desk-story');
  const [writer, first, second, final] = await Promise.all([
    office.colleague('linxiaohe'),
    office.colleague('zhouyan'),
    office.colleague('shenqiu'),
    office.colleague('fangyuanshan'),
  ]);
  const reader = await office.seat('qinzhuqing');
  const story = (): Promise<Story> => product.ask<Story>(writer.account, `/stories/${id}`);
  let id = '';
  const step = stepsOf(t, [writer, first, second, final, reader]);

  await step(
    'an idea is one line; somebody is asked, says yes, and it is seen on board, calendar and meeting',
    async () => {
      const { page } = second;
      await second.open('/plan');
      await page.getByLabel('选题', { exact: true }).fill('老井修好以后谁来看井');
      await page.getByRole('button', { name: '记下' }).dblclick();
      await page.getByText('记下了。').waitFor();
      await page.getByRole('link', { name: '老井修好以后谁来看井' }).click();
      await page.getByRole('heading', { level: 1, name: '老井修好以后谁来看井' }).waitFor();
      await page.getByRole('button', { name: '加一项任务' }).click();
      const dialog = page.getByRole('dialog', { name: '加一项任务' });
      await second.choose(dialog.getByLabel('请谁'), '林晓禾');
      await dialog.getByRole('button', { name: '加一项任务' }).click();
      await page.getByText('等答复').waitFor();
      await second.checkAccess('idea');
      await second.picture('idea', { narrow: true });
      await writer.open('/');
      await writer.page.getByRole('link', { name: '老井修好以后谁来看井' }).click();
      await writer.page.getByRole('button', { name: '我来', exact: true }).click();
      await writer.page.getByText('接了', { exact: true }).waitFor();
      for (const [path, picture] of [
        ['/plan', 'board'],
        ['/plan/calendar', 'calendar'],
        ['/plan/meeting', 'meeting'],
        ['/roster', 'roster'],
      ] as const) {
        await second.open(path);
        await page.locator('.plan-card, .month, .meeting, .roster').first().waitFor();
        await second.checkAccess(picture);
        await second.picture(picture, { narrow: true });
      }
    },
  );

  await step(
    'the chief editor goes through what the desk is arranged by; each screen stands in both sizes',
    async () => {
      const { page } = final;
      for (const [path, title] of [
        ['/tags', '话题'],
        ['/series', '系列'],
        ['/chains', '审稿流程'],
        ['/lexicon', '本地词库'],
        ['/checks', '检查项'],
        ['/inspections', '抽查'],
      ] as const) {
        await final.open(path);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.locator('.bones').waitFor({ state: 'detached' });
        await final.checkAccess(path);
        await final.picture(`arranged-${path.slice(1)}`, { narrow: true });
      }
    },
  );

  await step('an editor writes with heading, list, bold, link and a described picture, and hands it in', async () => {
    const { page } = writer;
    await sendDocument(writer);
    await writer.open('/stories');
    await page.getByRole('link', { name: '写一篇' }).first().click();
    await page.getByRole('heading', { level: 1, name: '写一篇' }).waitFor();
    await writer.choose(page.getByLabel('栏目'), '村里的事');
    await writer.checkAccess('new story');
    await writer.picture('begin');
    await page.getByRole('button', { name: '开始写' }).click();
    await page.getByLabel('标题', { exact: true }).fill(headline);
    await page.getByLabel('导语').fill('清了淤,换了石栏，水也验过，来了约30人左右。');
    id = page.url().split('/').at(-2) ?? '';
    await write(writer);
    await page.getByRole('button', { name: '改成“，”' }).click();
    assert.equal(await page.getByLabel('导语').inputValue(), '清了淤，换了石栏，水也验过，来了约30人左右。');
    const doubtful = page.getByRole('listitem').filter({ hasText: '两个约数说法' });
    await doubtful.getByRole('button', { name: '不改' }).click();
    await page.getByRole('menuitem', { name: '原话就是这样' }).click();
    await page.getByText('看过、不改的 1 处').waitFor();
    const elsewhere = page.locator('.preview', { hasText: '清溪融媒公众号' });
    await elsewhere.locator('summary').click();
    await elsewhere.getByText('1 个链接点不开，只留文字').waitFor();
    await writer.checkAccess('editor');
    await page.keyboard.press('Control+s');
    await page.getByText(/^已存，(?!停笔)/).waitFor();
    await writer.picture('written', { narrow: true });
    await page.getByRole('button', { name: '交稿' }).click();
    await page.getByText('等一审').first().waitFor();
    await writer.picture('handed-in', { narrow: true });
    assert.equal((await story()).state, 'first_review');
  });

  await step(
    'a reviewer comments on a passage and asks a colleague; the writer sees it, answers and settles it',
    async () => {
      const { page } = first;
      await first.open(`/stories/${id}/review`);
      await page.getByText('停用了三年').waitFor();
      await select(first, '停用了三年');
      await page.getByRole('button', { name: '给选中的字写批注' }).click();
      const dialog = page.getByRole('dialog', { name: '写批注' });
      await dialog.getByLabel('写什么').fill('三年是从哪年算起？');
      await first.choose(dialog.getByLabel('请谁看（可以不选）'), '林晓禾');
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: '写上' }).click();
      await page.getByText('批注 · 1 条没处理').waitFor();
      await first.checkAccess('review with a comment');
      await first.picture('comment', { narrow: true });
      await writer.open(`/stories/${id}/edit`);
      await writer.page.locator('.comment-mark').getByText('停用了三年').waitFor();
      // What is written before the passage leaves the mark at it.
      await changeWord(writer, 0, 0, '听说，');
      assert.equal(await writer.page.locator('.comment-mark').innerText(), '停用了三年');
      await writer.page.getByRole('button', { name: '回一句' }).click();
      const answer = writer.page.getByLabel('回这条批注');
      await answer.fill('二〇二三年冬天。');
      // By key: the checks above may find something just as the hand comes down, and the button has moved.
      await answer.press('Control+Enter');
      await page.getByText('二〇二三年冬天。').waitFor();
      await page.getByRole('button', { name: '处理好了' }).click();
      await writer.page.getByText('没有要处理的批注。').waitFor();
      await changeWord(writer, 0, 3, '');
    },
  );

  await step(
    'words are found and replaced everywhere, a table is filled, and one undoing takes each back',
    async () => {
      const { page } = writer;
      const body = page.getByRole('textbox', { name: '正文' });
      await page.keyboard.press('Control+h');
      await page.getByRole('textbox', { name: '查找' }).fill('水');
      await page.getByText(/^第 \d+ 处，共 \d+ 处$|^\d+ 处$/).waitFor();
      await page.getByRole('textbox', { name: '换成' }).fill('泉');
      await page.getByRole('button', { name: '全部换' }).click();
      await body.getByText('怎么打泉').waitFor();
      assert.match(await page.getByLabel('标题', { exact: true }).inputValue(), /打泉$/);
      await body.click();
      await page.keyboard.press('Control+z');
      await body.getByText('怎么打水').waitFor();
      assert.equal(await page.getByLabel('标题', { exact: true }).inputValue(), headline);
      await page.getByRole('button', { name: '收起（Esc）' }).click();
      await body.locator('p').first().click();
      await page.keyboard.press('End');
      await page.getByRole('button', { name: '表格' }).click();
      await page.keyboard.type('钟点');
      await page.keyboard.press('Tab');
      await page.keyboard.type('谁开盖');
      assert.equal(await body.locator('th').nth(1).innerText(), '谁开盖');
      await writer.checkAccess('table');
      await writer.picture('table', { narrow: true });
      await page.getByRole('button', { name: '表格' }).click();
      await page.getByRole('menuitem', { name: '删掉表格' }).click();
      await body.locator('table').waitFor({ state: 'detached' });
      await page.getByText(/^已存(，停笔后记成一版|在旁边)/).waitFor();
    },
  );

  await step('ten people write in one long story at once, and not a sign is lost', async () => {
    const long = await product.ask<{ id: string; places: { id: string }[]; section: { id: string } }>(
      writer.account,
      `/stories/${id}`,
    );
    const paragraphs = Array.from({ length: 100 }, (_, i) => `第${i}段。${'井边的人说起打水的事，'.repeat(18)}`);
    const made = storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '井的一百段', paragraphs }));
    const story_ = await product.send<Story>(writer.account, '/stories', {
      kind: 'story',
      language: 'zh-CN',
      sectionId: long.section.id,
      placeIds: long.places.map((place) => place.id),
      text: made,
    });
    await Promise.all([writer, first].map((one) => one.open(`/stories/${story_.id}/edit`)));
    const bodies = [writer, first].map(({ page }) => page.getByRole('textbox', { name: '正文' }));
    for (const body of bodies) await body.getByText('第99段。').waitFor();
    const address = new URL(product.address);
    const at = {
      port: Number(address.port),
      host: address.host,
      cookie: (await writer.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; '),
    };
    const others = await Promise.all(Array.from({ length: 8 }, () => new Writer(story_.id, at).synced()));
    const signs = (who: number): string[] =>
      Array.from({ length: 12 }, (_, i) => String.fromCodePoint(0x3400 + 12 * who + i));
    await Promise.all([
      ...others.map(async (one, who) => {
        for (const sign of signs(who)) {
          one.paragraph(10 * who + 3).insert(0, sign);
          await new Promise((done) => setTimeout(done, 8));
        }
      }),
      ...bodies.map(async (body, i) => {
        await body
          .locator('p')
          .nth(95 + i)
          .click();
        await [writer, first][i]?.page.keyboard.insertText(signs(8 + i).join(''));
      }),
    ]);
    await Promise.all(others.map((one) => one.synced()));
    const wanted = Array.from({ length: 10 }, (_, who) => signs(who)).flat();
    const missing = (text: string): string[] => wanted.filter((sign) => !text.includes(sign));
    for (const one of others) await one.sees((text) => missing(JSON.stringify(text)).length === 0);
    for (const body of bodies) {
      await body
        .page()
        .waitForFunction(
          (all) => all.every((sign) => document.querySelector('.ProseMirror')?.textContent.includes(sign)),
          wanted,
        );
      assert.deepEqual(missing(await body.innerText()), []);
    }
    for (const one of others) one.leave();
    // One suggests, an input method included; the other sees whose it is, accepts one and turns the other down.
    const [hers, his] = [writer.page, first.page];
    await bodies[0]?.locator('p').nth(1).click();
    await hers.keyboard.press('End');
    await hers.keyboard.press('Control+Shift+E');
    await hers.keyboard.press('Shift+ArrowLeft');
    await hers.keyboard.press('Backspace');
    await bodies[0]?.locator('p').nth(2).click();
    await hers.keyboard.press('End');
    const line = await writer.context.newCDPSession(hers);
    for (const text of ['j', 'jing'])
      await line.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await line.send('Input.insertText', { text: '井边' });
    await hers.keyboard.press('Enter');
    await his.getByText('修改建议 · 2 处没定').waitFor();
    // Two stand there before the line break that follows the words has come over.
    await his
      .locator('.suggestions ins')
      .first()
      .and(his.getByText('井边[在这里分段]', { exact: true }))
      .waitFor();
    await his
      .getByText(/林晓禾 · /)
      .first()
      .waitFor();
    await first.checkAccess('suggestions');
    await first.picture('suggestions', { narrow: true });
    await his.locator('.suggestions > li').nth(1).getByRole('button', { name: '采纳', exact: true }).click();
    await his.getByRole('button', { name: '这 1 处都不采纳' }).click();
    await his.getByText('处理了 1 处。').waitFor();
    await hers.waitForFunction(() => !document.querySelector('.ProseMirror ins, .ProseMirror del'));
    assert.match((await bodies[0]?.locator('p').nth(2).innerText()) ?? '', /井边$/);
    assert.match((await bodies[0]?.locator('p').nth(1).innerText()) ?? '', /，$/);
    // Another form stands beside the words until it is accepted; taken back by Ctrl+Z it is a suggestion again.
    await bodies[0]?.locator('p').nth(1).click();
    await hers
      .getByRole('button', { name: /^小标题/ })
      .first()
      .click();
    const wish = his.locator('.suggestions').getByText('改成小标题');
    await wish.waitFor();
    const headings = await bodies[1]?.locator('h2').count();
    await his.locator('.suggestions > li').getByRole('button', { name: '采纳', exact: true }).click();
    await hers.waitForFunction(
      (count) => document.querySelectorAll('.ProseMirror h2').length === count + 1,
      headings ?? 0,
    );
    await bodies[1]?.focus();
    await his.keyboard.press('Control+z');
    await wish.waitFor();
    await his.getByRole('button', { name: '这 1 处都不采纳' }).click();
    await hers.waitForFunction(() => !document.querySelector('.ProseMirror [data-wish]'));
    assert.equal(await bodies[0]?.locator('h2').count(), headings);
    // A headline is wished for as a whole; until it is accepted nobody else's changes.
    const herHeadline = hers.getByRole('textbox', { name: '标题' });
    const headline_ = his.locator('.suggestions > li').filter({ hasText: '标题改成' });
    await herHeadline.fill('井的半段');
    await headline_.getByRole('button', { name: '不采纳', exact: true }).click();
    await until(async () => (await herHeadline.inputValue()) === '井的一百段');
    await herHeadline.fill('井的一百零一段');
    await headline_.getByText('井的一百零一段').waitFor();
    assert.equal(await his.getByRole('textbox', { name: '标题' }).inputValue(), '井的一百段');
    await bodies[0]?.locator('p').nth(4).click();
    await hers.getByRole('button', { name: '表格' }).click();
    await hers.keyboard.insertText('班次');
    const table = his.locator('.suggestions > li').filter({ hasText: '[表格]班次' });
    await table.waitFor();
    await first.picture('suggested-headline-and-table', { narrow: true });
    await table.getByRole('button', { name: '采纳', exact: true }).click();
    await headline_.getByRole('button', { name: '采纳', exact: true }).click();
    await hers.waitForFunction(() => document.querySelectorAll('.ProseMirror tr:not(.suggested)').length === 3);
    assert.equal(await his.getByRole('textbox', { name: '标题' }).inputValue(), '井的一百零一段');
    await writer.open(`/stories/${id}/edit`);
    await writer.page.getByRole('button', { name: '把改动交进去' }).waitFor();
  });

  await step('the first reviewer returns it with a reason, the author mends it', async () => {
    // The writer goes on beside the version that is read, and thinks better of it.
    await writer.page.getByRole('textbox', { name: '正文' }).locator('p').first().click();
    await writer.page.keyboard.press('End');
    await writer.page.keyboard.insertText('记者还在问。');
    await writer.page.getByText(/^已存在旁边/).waitFor();
    await fromMyWork(first, headline);
    await first.page.getByText('林晓禾在旁边改，还没交进来：1 处，加 6 字，删 0 字。').waitFor();
    await writer.page.keyboard.press('Control+z');
    await first.page.getByText('看过、不改的 1 处').click();
    await first.page.getByText('不改，因为：原话就是这样 · 林晓禾').waitFor();
    await first.checkAccess('review');
    await first.picture('first-review', { narrow: true });
    const { page } = first;
    await page.getByRole('button', { name: '退回', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '退回去改' });
    await dialog.getByRole('button', { name: '签名退回' }).click();
    await dialog.getByText('请写一句，对方才知道怎么改。').waitFor();
    await first.picture('return-without-reason');
    await dialog.getByLabel('哪里要改，怎么改').fill('打水的钟点和井台上的牌子对一下。');
    await dialog.getByRole('button', { name: '签名退回' }).click();
    await page.getByText('退回去了。').waitFor();
    await writer.open(`/stories/${id}`);
    await writer.page.getByText(/周砚在一审退回：.*打水的钟点/).waitFor();
    await writer.picture('returned');
    await writer.page.getByRole('link', { name: '改', exact: true }).click();
    await changeWord(writer, 11, 1, '两');
    await writer.page.keyboard.press('Control+s');
    await writer.page.getByText(/^已存，(?!停笔)/).waitFor();
    await writer.page.getByRole('button', { name: '交稿' }).click();
    await writer.page.getByText('等一审').first().waitFor();
  });

  await step('three people sign, the last with a passkey, and the public reads it at once', async () => {
    await fromMyWork(first, headline);
    await sign(first, /用演示密钥签字，交二审/);
    await fromMyWork(second, headline);
    await second.picture('second-review');
    await sign(second, /用演示密钥签字，交终审/);
    // A signature too soon: taken back from the very message that said it, both kept, and signed again by its key.
    await second.page.getByRole('button', { name: '收回签字' }).click();
    await second.page.getByText(/^收回了/).waitFor();
    await second.page.getByRole('heading', { name: headline }).waitFor();
    await second.page.getByRole('button', { name: /用演示密钥签字，交终审/ }).waitFor();
    assert.equal((await story()).state, 'second_review');
    // The text that stood open in between is no earlier state of this one.
    assert.equal(await second.page.getByText('您看的时候', { exact: false }).count(), 0);
    await second.picture('taken-back', { narrow: true });
    await second.page.keyboard.press('s');
    await second.page.getByText(/^签好了/).waitFor();
    await final.plugInPasskeyDevice();
    await final.open('/account');
    await final.page.getByRole('button', { name: '加一个' }).first().click();
    await final.page.getByLabel(/给它起个名/).fill('桌上的电脑');
    await final.page.getByRole('button', { name: '保存' }).click();
    await final.page.getByText('加好了。').waitFor();
    await final.picture('passkey-added');
    await fromMyWork(final, headline);
    await final.picture('final-review');
    await addUnhurriedChannel(product, '县报夹页');
    await sign(final, '用通行密钥签字，发布');
    // The next text that waits is open by now. What nobody could call back has not left, and can be stopped from here.
    await final.page.getByRole('button', { name: `叫停：《${headline}》` }).click();
    await final.page.getByText(/停住了，没有发到.*县报夹页/).waitFor();
    await final.picture('stopped', { narrow: true });
    await final.open(`/stories/${id}`);
    await final.page.getByText('送到了', { exact: false }).first().waitFor();
    await final.checkAccess('published story');
    await final.picture('published', { narrow: true });
    const { page } = reader;
    await reader.open(`/stories/${(await story()).slug}`, { site: true });
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    await page.getByRole('heading', { name: '怎么打水' }).waitFor();
    await page.getByRole('img', { name: '一口石栏水井，井沿上放着木桶' }).waitFor();
    assert.equal(
      await page.getByRole('link', { name: '这里', exact: true }).getAttribute('href'),
      'https://example.org/water',
    );
    assert.equal(await page.locator('.story-text strong').innerText(), '别带塑料瓶');
    const chain = page.getByRole('region', { name: '谁看过，怎么验' });
    assert.equal(await chain.getByText('本人用通行密钥签名').count(), 1);
    assert.equal(await chain.getByText('演示密钥签名', { exact: true }).count(), 2);
    await reader.picture('public', { narrow: true });
  });

  await step(
    'the chief editor opens a section, moves it and closes it; copies by hand wait for their keeper',
    async () => {
      const { page } = final;
      await final.open('/sections');
      await page.getByRole('button', { name: '开一个栏目' }).click();
      const dialog = page.getByRole('dialog', { name: '开一个栏目' });
      await dialog.getByLabel('名字（中文）').fill('集市');
      await dialog.getByLabel('名字（英文）').fill('Markets');
      await dialog.getByLabel('地址').fill('villages');
      await dialog.getByRole('button', { name: '开一个栏目' }).click();
      await dialog.getByText('已经有', { exact: false }).waitFor();
      await final.picture('section-taken');
      await dialog.getByLabel('地址').fill('markets');
      await dialog.getByRole('button', { name: '开一个栏目' }).click();
      await page.getByText('开好了。').waitFor();
      await page.getByRole('button', { name: '把“集市”往上挪' }).click();
      await page.getByText('挪好了。').waitFor();
      await final.checkAccess('sections');
      await final.picture('sections', { narrow: true });
      const row = page.getByRole('row').filter({ hasText: '/sections/markets' });
      assert.equal(
        await page
          .getByRole('row')
          .last()
          .innerText()
          .then((text) => text.includes('集市')),
        false,
      );
      await row.getByRole('button', { name: '停办' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '停办' }).click();
      await row.getByText('已停办').waitFor();
      await final.open('/copies');
      await page.getByText('柳河镇村民群').first().waitFor();
      assert.ok((await page.getByRole('link', { name: '去发' }).count()) > 0);
      await final.checkAccess('copies');
      await final.picture('copies');
      await final.open('/channels');
      await page.getByText('柳河镇村民群').first().waitFor();
      await final.checkAccess('channels');
      await addChannel(final);
    },
  );

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

  for (const person of [writer, first, second, final, reader])
    assert.deepEqual(person.complaints, [], person.account.login);
});

/** Sets up a way to the public of which the program takes care: its secret is shown once, and it is tried. */
async function addChannel(keeper: Colleague): Promise<void> {
  const { page } = keeper;
  await page.getByRole('button', { name: '加一个渠道' }).click();
  const form = page.getByRole('dialog', { name: '加一个渠道' });
  await form.getByLabel('名字').fill('省里的平台');
  await form.getByRole('radio', { name: '程序去发' }).check();
  await form.getByLabel('送到哪个地址').fill('http://127.0.0.1:9/hook');
  await keeper.picture('channel-new', { narrow: true });
  await form.getByRole('button', { name: '加一个渠道' }).click();
  const secret = page.getByRole('dialog', { name: '密钥' });
  await secret.getByText(/^whsec_/).waitFor();
  await secret.getByRole('button', { name: '记下了' }).click();
  await secret.waitFor({ state: 'hidden' });
  await page.getByRole('row').filter({ hasText: '省里的平台' }).getByRole('button', { name: '修改' }).click();
  const change = page.getByRole('dialog', { name: '改渠道' });
  await change.getByRole('button', { name: '试一下' }).click();
  await change.getByText('没通').waitFor();
  await keeper.picture('channel-tried', { narrow: true });
  await change.getByRole('button', { name: '关闭' }).click();
}

/** Sends a document to the library, in pieces as large files go too. */
async function sendDocument(writer: Colleague): Promise<void> {
  const { page } = writer;
  await writer.open('/materials');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '加素材' }).click();
  const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'water ')]);
  await (await chosen).setFiles({ name: '验水的单子.pdf', mimeType: 'application/pdf', buffer });
  await page.getByText('存好了', { exact: true }).waitFor();
  await page.getByRole('link', { name: '下载' }).first().waitFor();
  await writer.checkAccess('materials');
  await writer.picture('materials', { narrow: true });
}

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
  // By key: a button of the bar gives the focus back a frame later, and what is typed meanwhile goes astray on a slow machine.
  await page.keyboard.press('Control+b');
  await page.keyboard.type('别带塑料瓶');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('验水的单子在这里');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await tool('链接').click();
  await page.getByLabel('链接地址').fill('https://example.org/water');
  await page.getByRole('button', { name: '加上' }).click();
  await page.locator('.ProseMirror-focused').waitFor();
  await tool('素材').click();
  const choice = page.getByRole('dialog', { name: '放进声音、视频或文件' });
  await choice.getByRole('listitem').filter({ hasText: '验水的单子' }).getByRole('button', { name: '放进来' }).click();
  await page.getByRole('link', { name: '验水的单子（PDF，195 KB）' }).waitFor();
  await tool('图片').click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '从这台机器传' }).click();
  await (await chosen).setFiles({ name: 'well.png', mimeType: 'image/png', buffer: drawPicture(900, 600) });
  await page.getByLabel('画的是什么（给看不见的人听）').fill('一口石栏水井，井沿上放着木桶');
}

/** A channel of paper: what is printed cannot be called back, and leaves a quarter of an hour after the last signature. */
async function addUnhurriedChannel(product: Product, name: string): Promise<void> {
  const administrator = product.holder('administrator');
  const { items } = await product.ask<{ items: { name: string; placeId: string }[] }>(administrator, '/channels');
  await product.send(administrator, '/channels', {
    name,
    placeId: items.find((one) => one.name === '清溪邮报')?.placeId,
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 900,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' },
  });
}
