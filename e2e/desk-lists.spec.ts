import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { TestImapServer } from '../server/modules/newsroom/testing/imap-server.ts';
import { Office } from './support/desk.ts';
import type { Colleague } from './support/desk.ts';
import { drawPicture } from './support/draw-picture.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

/** Whoever is before the list finds all they need for it: search, order, keys, export. */
async function isWholeList(person: Colleague, path: string): Promise<void> {
  const { page } = person;
  await person.open(path);
  const bar = page.getByRole('search');
  await bar.getByRole('textbox').first().waitFor();
  await page.getByRole('button', { name: '导出表格' }).waitFor();
  const isOrdered = (await bar.getByLabel('排序').count()) + (await page.getByTitle(/^按.+排$/).count());
  assert.ok(isOrdered > 0, `${path} cannot be ordered`);
  await page.keyboard.press('j');
  const rows = page.locator('[data-active="true"]');
  assert.equal(await rows.count(), 1, `${path} is not led by keys`);
  await page.keyboard.press('/');
  assert.equal(
    await page.evaluate(() => document.activeElement?.tagName),
    'INPUT',
    `${path}: the search has the focus`,
  );
}

/** The table that the person is handed, line by line. */
async function handed({ page }: Colleague, press: () => Promise<void>): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return (await readFile(await download.path(), 'utf8')).split('\r\n');
}

test('lists that are whole, plots with their tables, and words and places put right', async (t) => {
  await using product = await startProduct({ settings: { OUTBOUND_INNER_HOSTS: '127.0.0.1' } });
  await using office = await Office.open(product, 'desk-lists');
  await using mail = await TestImapServer.start();
  const coordinator = await office.colleague('zhaoyue');
  const chief = await office.colleague('fangyuanshan');
  const administrator = await office.colleague('dingyinuo');
  const step = stepsOf(t, [coordinator, chief, administrator]);

  await step('every list is searched, ordered, led by keys and exported', async () => {
    const rounds: readonly (readonly [Colleague, readonly string[]])[] = [
      [
        coordinator,
        ['/orders', '/services', '/service-terms', '/volunteers', '/teams', '/hours', '/stations', '/notices'],
      ],
      [chief, ['/stories', '/sections', '/pictures']],
      [administrator, ['/people', '/grants', '/units', '/places', '/audit']],
    ];
    await Promise.all(
      rounds.map(async ([person, paths]) => {
        for (const path of paths) await isWholeList(person, path);
      }),
    );
    await chief.picture('pictures', { narrow: true });
    await coordinator.checkAccess('notices');
    await chief.checkAccess('pictures');
  });

  await step(
    'a picture is sent, its rights are said, it is found and changed with another, and whoever is seen in it agrees',
    async () => {
      const { page } = chief;
      await chief.open('/pictures');
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '加图片' }).click();
      await (await chosen).setFiles({ name: 'kiln.png', mimeType: 'image/png', buffer: drawPicture(600, 400) });
      await page.getByRole('link', { name: '看大图：没有说明' }).first().click();
      await page.getByLabel('叫什么').fill('窑口出瓦');
      await page.getByLabel('归谁').fill('清溪县融媒体中心');
      await page.getByRole('checkbox', { name: '看得出是谁' }).check();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('没记下同意', { exact: true }).waitFor();
      await page.getByRole('button', { name: '记下同意' }).click();
      const dialog = page.getByRole('dialog', { name: '记下同意' });
      await dialog.getByLabel('谁同意的').fill('窑工老段');
      const form = { name: '同意书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 同意') };
      await dialog.getByLabel('同意书', { exact: true }).setInputFiles(form);
      await chief.picture('consent');
      await dialog.getByRole('button', { name: '保存' }).click();
      await page.getByRole('link', { name: '看同意书' }).waitFor();
      await page.getByText('没记下同意', { exact: true }).waitFor({ state: 'detached' });
      await chief.checkAccess('picture');
      await chief.picture('picture-of-the-library', { narrow: true });
      await chief.open('/pictures?q=窑口');
      await page.getByRole('checkbox', { name: '选上：窑口出瓦' }).check();
      await page.getByRole('button', { name: '一起改' }).click();
      const many = page.getByRole('dialog');
      await many.getByLabel('怎么能用').fill('可用一年');
      await many.getByRole('button', { name: '先看看会怎样' }).click();
      await many.getByText('会改：怎么能用').waitFor();
      await chief.picture('change-preview', { narrow: true });
      await many.getByRole('button', { name: '改这 1 张' }).click();
      await many.getByText('改好了 1 张。').waitFor();
      await many.getByRole('button', { name: '关上' }).click();
    },
  );

  await step('the mailbox for submissions is set up, and a correspondent writes to it', async () => {
    const { page } = administrator;
    await administrator.open('/people?q=陈溪');
    await page.getByRole('link', { name: '陈溪' }).first().click();
    await page.getByRole('button', { name: '改', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('邮箱').fill('chenxi@example.test');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await administrator.open('/mailbox');
    await page.getByLabel('邮件服务器（IMAP）').fill('127.0.0.1');
    await administrator.choose(page.getByLabel('连接'), /^不加密/);
    await page.getByLabel('端口').fill(String(mail.port));
    await page.getByLabel('登录名').fill('desk');
    await page.getByLabel('密码或授权码').fill('secret');
    await administrator.choose(page.getByLabel('放进哪个栏目'), '县里的事');
    await page.getByLabel('邮件服务器核验时写的名字').fill('mx.county.test');
    mail.deliver(
      'Authentication-Results: mx.county.test; dkim=pass header.d=example.test',
      'From: chenxi@example.test',
      `Subject: =?utf-8?B?${Buffer.from('水车又转了').toString('base64')}?=`,
      'Message-ID: <mill@example.test>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '停了三年的水车，今天早上又转了。',
    );
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('一分钟内第一次去看').waitFor();
    await administrator.checkAccess('mailbox');
    await administrator.picture('mailbox', { narrow: true });
  });

  await step('that an outlet took a story is entered, counted at the highest level, and taken back', async () => {
    const { page } = chief;
    const { items } = await product.ask<{ items: { id: string; publicState: string }[] }>(
      chief.account,
      '/submissions?state=accepted&limit=100',
    );
    const story = items.find(({ publicState }) => publicState === 'published') ?? assert.fail('no submission is out');
    await chief.open(`/stories/${story.id}`);
    await page.getByRole('button', { name: '记一条采用' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('谁用的').fill('国家农民日报');
    await chief.choose(dialog.getByLabel('级别'), '国家级');
    await dialog.getByRole('button', { name: '记下' }).click();
    await page.getByText('记下了。').waitFor();
    const line = page.getByRole('listitem').filter({ hasText: '国家农民日报' });
    await line.getByText('算数', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '本县发布' }).getByText('另有高一级的算数').waitFor();
    await chief.picture('adopted', { narrow: true });
    await line.getByRole('button', { name: /^冲掉/ }).click();
    await dialog.getByLabel('原因').fill('登的是另一篇');
    await dialog.getByRole('button', { name: '冲掉' }).click();
    await page.getByText('冲掉了。').waitFor();
    await chief.open('/adoptions');
    await page
      .getByRole('img', { name: /采用几条/ })
      .first()
      .locator('canvas')
      .waitFor();
    await chief.checkAccess('adoptions');
    await chief.picture('adoptions', { narrow: true });
  });

  await step('all orders go into one table, page by page, that spreadsheets open as Chinese', async () => {
    const { page } = coordinator;
    await coordinator.open('/orders');
    const lines = await handed(coordinator, () => page.getByRole('button', { name: '导出表格' }).click());
    assert.ok(lines[0]?.startsWith('\uFEFF服务,地方,'), lines[0]);
    assert.equal(lines.length, 301, 'the head and 300 orders, of which a page holds 100');
    await page.getByText('导出了 300 条。').waitFor();
  });

  await step('a long export says how far it is, and can be stopped', async () => {
    const { page } = coordinator;
    let go = (): void => undefined;
    const held = new Promise<void>((done) => (go = done));
    await page.route('**/api/v1/orders?*cursor=*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: '导出表格' }).click();
    const progress = page.getByRole('status').filter({ hasText: '300 条里取到 100 条' });
    await progress.waitFor();
    await coordinator.picture('export-under-way', { narrow: true });
    await coordinator.checkAccess('export under way');
    // It goes on while the person is elsewhere.
    await page.getByRole('link', { name: '站点' }).first().click();
    await progress.getByRole('button', { name: '停下' }).click();
    await page.getByText('停下了，没有导出。').waitFor();
    await progress.waitFor({ state: 'detached' });
    await page.unroute('**/api/v1/orders?*cursor=*');
    go();
  });

  await step('the hours of one place, found by the name of a service', async () => {
    const { page } = coordinator;
    await coordinator.open('/hours');
    const all = (await page.getByText(/^一共 .+ 小时$/).innerText()).trim();
    await page.getByRole('search').getByRole('textbox').fill('孩子作业');
    await page.waitForURL(/q=/);
    await page.getByText(all, { exact: true }).waitFor({ state: 'detached' });
    // The head of the table is all that is left without the name.
    await page.getByRole('row').filter({ hasNotText: '孩子作业' }).nth(1).waitFor({ state: 'detached' });
    assert.ok((await page.getByRole('row').filter({ hasText: '孩子作业' }).count()) > 1);
    await coordinator.picture('hours-found', { narrow: true });
  });

  await step('orders, hours and stories are looked at, and read as a table', async () => {
    const { page } = coordinator;
    await coordinator.open('/orders');
    await page.getByText('看数', { exact: true }).click();
    await page
      .getByRole('img', { name: /^每周的点单: 一共 300 单/ })
      .locator('canvas')
      .waitFor();
    await page.getByText('看成表').first().click();
    const table = page.getByRole('region', { name: '每周的点单: 看成表' }).getByRole('table');
    assert.equal(await table.getByRole('row').count(), 13, 'the head and twelve weeks');
    await coordinator.checkAccess('order-figures');
    await coordinator.picture('order-figures', { narrow: true });
    await page.getByRole('button', { name: /^地方:/ }).click();
    await coordinator.choose(page.getByRole('group', { name: '地方' }).getByRole('combobox'), '柳河镇');
    await page.getByRole('img', { name: /^每周的点单: 一共 300 单/ }).waitFor({ state: 'detached' });
    await coordinator.picture('order-figures-of-a-place');
    await coordinator.open('/hours?view=figures');
    await page
      .getByRole('img', { name: /^每月的时长/ })
      .locator('canvas')
      .waitFor();
    await chief.open('/stories?view=figures');
    await chief.page
      .getByRole('img', { name: /^每周发了多少/ })
      .locator('canvas')
      .waitFor();
    await chief.checkAccess('story-figures');
    await chief.picture('story-figures', { narrow: true });
  });

  await step('several stories are ticked by keys, told beforehand what happens, moved, and moved back', async () => {
    const { page } = chief;
    await chief.open('/stories?state=draft&sort=title');
    await page.getByRole('checkbox').nth(2).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: '选中的怎么办' });
    await bar.getByText('选了 2 条').waitFor();
    await bar.getByRole('button', { name: '换栏目' }).click();
    const dialog = page.getByRole('dialog');
    await chief.choose(dialog.getByRole('combobox'), '县里的事');
    await dialog.getByText('2 条都可以。').waitFor();
    await chief.picture('several-foretold', { narrow: true });
    await chief.checkAccess('several foretold');
    await dialog.getByRole('button', { name: '办这 2 条' }).click();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('撤回了 2 条。').waitFor();
  });

  await step('what is looked for again and again is kept and stands above the list', async () => {
    const { page } = chief;
    await page.getByRole('button', { name: '记住这个样子' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('叫什么').fill('按标题的草稿');
    await dialog.getByText('每次先看这个').click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '“按标题的草稿”', pressed: true }).waitFor();
    await chief.open('/stories');
    await page.waitForURL(/sort=title&state=draft&saved=/);
  });

  await step('planning says where nobody is on duty, and several ideas are ended together', async () => {
    const { page } = chief;
    await chief.open('/plan/calendar');
    await page.getByRole('link', { name: '值班缺人' }).first().waitFor();
    await chief.open('/ideas?state=open');
    await page.getByRole('checkbox', { name: '全选这里的' }).check();
    await page.getByRole('region', { name: '选中的怎么办' }).getByRole('button', { name: '做完了' }).click();
    // Whoever is still at it keeps theirs open, and it is said before.
    await page
      .getByRole('dialog')
      .getByText(/^\d+ 条里 \d+ 条可以/)
      .waitFor();
    await chief.picture('ideas-foretold');
    await page.keyboard.press('Escape');
  });

  await step('a word that nothing stands under is removed; one in use says where it is', async () => {
    const { page } = coordinator;
    await coordinator.open('/service-terms');
    await page.getByRole('button', { name: '加一个' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/中文/).fill('补衣服');
    await dialog.getByLabel('代号', { exact: false }).fill('mending-clothes');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('存好了。').waitFor();
    assert.equal(await page.getByRole('button', { name: '删掉 家里修补' }).isDisabled(), true);
    await page.getByRole('button', { name: '删掉 补衣服' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
    await page.getByText('删掉了。').waitFor();
    await coordinator.picture('terms', { narrow: true });
    await page
      .getByRole('row')
      .filter({ hasText: '家里修补' })
      .getByRole('link', { name: /项服务/ })
      .click();
    await page.waitForURL(/\/services\?group=repair/);
  });

  await step('a moved place may get a new code, and the former one still leads to it', async () => {
    const { page } = administrator;
    await administrator.open('/places?level=village');
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('button', { name: '挪到别处' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('原来的代码仍会通到这里', { exact: false }).waitFor();
    assert.match(await dialog.getByLabel('代码', { exact: true }).inputValue(), /^\d+$/);
    await administrator.picture('move', { narrow: true });
    const former = await dialog.getByLabel('代码', { exact: true }).inputValue();
    const path = new URL(page.url()).pathname;
    await page.getByRole('main').getByRole('link', { name: '城关镇' }).waitFor();
    await administrator.choose(dialog.getByLabel('挪到', { exact: false }), '柳河镇');
    await dialog.getByLabel('代码', { exact: true }).fill('990101101999');
    await dialog.getByLabel('为什么', { exact: false }).fill('划归柳河镇');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('收到了。').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('main').getByRole('link', { name: '柳河镇' }).waitFor();
    await administrator.picture('moved', { narrow: true });
    assert.equal(new URL(page.url()).pathname, path);
    await page.goto(`${product.address}/places/${former}`);
    assert.match(page.url(), /\/places\/990101101999$/);
  });

  await step('a day off of the county’s own is entered, and taken off again', async () => {
    const { page } = administrator;
    await administrator.open('/settings');
    await page.getByText('2027年的放假和调休还没有填。').waitFor();
    await page.getByLabel('从哪天').fill('2027-02-05');
    await page.getByLabel('从哪天').press('Enter');
    await page.getByLabel(/^到哪天/).fill('2027-02-12');
    await page.getByLabel(/^到哪天/).press('Enter');
    await page.getByRole('button', { name: '加上', exact: true }).click();
    await page.getByText('2027年2月5日 – 2月12日').waitFor();
    await page.getByText('2027年的放假和调休还没有填。').waitFor({ state: 'detached' });
    await administrator.checkAccess('own days');
    await administrator.picture('own-days', { narrow: true });
    await page.getByRole('button', { name: /^去掉: 2027年2月5日/ }).click();
    await page.getByText('现在没有另外填的日子。').waitFor();
  });

  await step('the letter has become a submission', async () => {
    await chief.open('/submissions?q=水车又转了');
    await chief.page.getByText('水车又转了').first().waitFor({ timeout: 90_000 });
    await administrator.open('/mailbox');
    await administrator.page.getByText('好的', { exact: true }).waitFor();
    await chief.picture('submission-by-mail', { narrow: true });
  });

  assert.deepEqual(
    [coordinator, chief, administrator].flatMap(({ complaints }) => complaints),
    [],
  );
});
