import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessFaults } from './support/access-faults.ts';
import { Reader } from './support/browser.ts';
import { Office } from './support/desk.ts';
import { focused, focusOn, isWrong, tabTo, tree, type AxNode } from './support/keyboard.ts';
import { Phone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';
import { freshTotp } from './support/totp.ts';

interface Story {
  readonly state: string;
}
const headline = '凌晨两点和面，枫林的挂面要看天收';

test('by keyboard alone an editor signs in, opens what waits, reads it, stumbles over a return and signs', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'by-keyboard');
  const editor = await office.seat('zhouyan');
  const { page } = editor;
  const line = await editor.context.newCDPSession(page);
  await line.send('Accessibility.enable');
  const { keyboard } = page;
  const step = stepsOf(t, [editor]);

  await step('sign in: name, password, code; then the page’s heading holds the focus', async () => {
    await editor.open('/');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await tabTo(page, 'textbox "登录名"');
    await keyboard.type(editor.account.login);
    await tabTo(page, 'textbox "密码"');
    await keyboard.type(editor.account.password);
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "六位数字"');
    await keyboard.type(await freshTotp(editor.account.totpSecret));
    await keyboard.press('Enter');
    await focusOn(page, 'heading "我的活" [level=1]');
  });

  await step('open the waiting story: the heading of the review holds the focus, the text can be read on', async () => {
    await tabTo(page, `link "${headline}"`);
    await keyboard.press('Enter');
    await focusOn(page, 'heading "一审" [level=1]');
    const seen = await page.getByRole('main').ariaSnapshot();
    assert.match(seen, new RegExp(`heading "${headline}" \\[level=2\\]`));
    assert.match(seen, /list "签字"/);
    await editor.picture('review');
  });

  await step('a return without a reason: the field is named as wrong, says why, and holds the focus', async () => {
    await tabTo(page, 'button "退回"');
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "哪里要改，怎么改"');
    // A dialog that is still growing takes the focus back once it stands.
    await page.waitForFunction(() => document.querySelector('[class*="ant-zoom"]') === null);
    await tabTo(page, 'button "签名退回"');
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "哪里要改，怎么改"');
    // The words come into the tree a frame after the mark.
    let wrong: AxNode | undefined;
    for (let looks = 0; looks < 100 && !wrong?.description?.value; looks += 1) {
      await page.waitForTimeout(looks === 0 ? 0 : 50);
      wrong = (await tree(line)).find((node) => node.name?.value === '哪里要改，怎么改' && isWrong(node));
    }
    assert.ok(wrong, 'the field is marked as invalid in the accessibility tree');
    assert.match(String(wrong.description?.value), /请写一句，对方才知道怎么改。/);
    await editor.picture('reason-missing');
    await keyboard.press('Escape');
    await focusOn(page, 'button "退回"');
  });

  await step(
    'sign: it is said aloud, the next text that waits opens, and the focus begins at its heading',
    async () => {
      await tabTo(page, 'button "用演示密钥签字，交二审"');
      await keyboard.press('Enter');
      const said = page.getByRole('alert').filter({ hasText: '签好了。' });
      await said.waitFor();
      const spoken = (await tree(line)).some((node) => (node.name?.value ?? '').includes('签好了。'));
      assert.ok(spoken, 'the status stands in the accessibility tree');
      await focusOn(page, 'heading "一校" [level=1]');
      await editor.picture('signed');
    },
  );

  await step(
    'shortcuts: the palette leads to the stories, j and Enter into one, its heading holds the focus',
    async () => {
      await keyboard.press('Control+k');
      await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor();
      await keyboard.type('稿件');
      await page.getByRole('option', { name: /稿件/ }).first().waitFor();
      await keyboard.press('Enter');
      await focusOn(page, 'heading "稿件" [level=1]');
      await page.getByRole('row').nth(1).waitFor();
      await keyboard.press('j');
      const title = await page.getByRole('row').nth(1).getByRole('link').first().innerText();
      await keyboard.press('Enter');
      await focusOn(page, `heading "${title}" [level=1]`);
      const id = page.url().split('/').at(-1) ?? '';
      assert.ok((await product.ask<Story>(editor.account, `/stories/${id}`)).state);
    },
  );

  await step('write: column, headline and text, and hand it in; each page’s heading holds the focus', async () => {
    await keyboard.press('Control+k');
    await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor();
    await keyboard.insertText('写一篇');
    await page
      .getByRole('option', { name: /写一篇/ })
      .first()
      .waitFor();
    await keyboard.press('Enter');
    await focusOn(page, 'heading "写一篇" [level=1]');
    await tabTo(page, 'combobox "栏目"');
    await keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await keyboard.press('Enter');
    await tabTo(page, 'button "开始写"');
    await keyboard.press('Enter');
    await focusOn(page, 'heading "写稿" [level=1]');
    await tabTo(page, 'textbox "标题"');
    await keyboard.insertText('早市从下周起七点开');
    await tabTo(page, 'textbox "正文"');
    await keyboard.insertText('从下周一起，镇上的早市早上七点开始，九点收摊。');
    await page.getByText(/^已存，停笔后/).waitFor();
    await editor.picture('written');
    await tabTo(page, 'button "交稿"');
    await keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: /交/ }).waitFor();
    await focusOn(page, 'heading "早市从下周起七点开" [level=1]');
    const id = page.url().split('/').at(-1) ?? '';
    assert.equal((await product.ask<Story>(editor.account, `/stories/${id}`)).state, 'first_review');
  });

  await step('sign off: the chief’s last signature publishes, by keyboard too', async () => {
    // Whoever is on duty just now; the other would be asked why.
    const chiefs = ['fangyuanshan', 'qinzhuqing'];
    const mine = await Promise.all(
      chiefs.map((login) => product.ask<{ abilities: string[] }>(product.account(login), '/me')),
    );
    const login = chiefs[mine.findIndex(({ abilities }) => abilities.includes('story.withdraw'))];
    const chief = await office.seat(login ?? assert.fail('nobody is on duty'), 'en');
    await chief.stepIn(login === 'fangyuanshan' ? 'Fang Yuanshan' : 'Qin Zhuqing');
    const { items } = await product.ask<{ items: { id: string }[] }>(
      chief.account,
      '/stories?state=final_review&limit=1',
    );
    await chief.open(`/stories/${items[0]?.id}/review`);
    await chief.page.getByRole('heading', { level: 1, name: 'Final review' }).waitFor();
    await tabTo(chief.page, 'button "Sign with the demonstration key');
    await chief.page.keyboard.press('Enter');
    await chief.page
      .getByText(/^Signed/)
      .first()
      .waitFor();
    await chief.picture('signed-off');
    assert.deepEqual(chief.complaints, []);
  });
  assert.deepEqual(editor.complaints, []);
});

interface Order {
  readonly state: string;
}

test('by keyboard alone a resident orders, a volunteer accepts, goes and finishes, and the resident rates', async (t) => {
  await using product = await startProduct({ paths: ['/', '/console/phone/'] });
  const coordinator = product.account('zhaoyue');
  await using reader = await Reader.open('order-by-keyboard', { size: 'desk', language: 'en' });
  const { page } = reader;
  let code = '';
  let id = '';

  await t.test('the order: heading, error summary with the focus on it, then the slip', async () => {
    await page.goto(`${product.address}/en/services`);
    await tabTo(page, 'link "Taps and lights');
    await page.keyboard.press('Enter');
    await page.waitForURL(/services\/taps-and-lights$/);
    await tabTo(page, 'link "Order');
    await page.keyboard.press('Enter');
    await page.waitForURL(/order$/);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    await tabTo(page, 'button "Send the order');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    await reader.picture('error-summary');
    assert.ok(
      await page.evaluate(() => document.activeElement?.closest('[role=alert]') !== null),
      'the focus is on the summary',
    );
    await tabTo(page, 'textbox "What shall we call you');
    await page.keyboard.insertText('Auntie Wang');
    await tabTo(page, 'textbox "Telephone');
    await page.keyboard.insertText('19900005678');
    await tabTo(page, 'combobox "Place');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'checkbox "I have read this');
    await page.keyboard.press('Space');
    await tabTo(page, 'button "Send the order');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\/[0-9A-Z]+\/slip/);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    await reader.picture('slip');
    code = /\/orders\/([0-9A-Z]+)\//.exec(page.url())?.[1] ?? '';
  });

  await t.test(
    'the desk accepts it; a volunteer says yes on a phone, arrives and finishes; each is said and keeps the focus',
    async () => {
      const { items } = await product.ask<{ items: { id: string }[] }>(coordinator, '/orders?sort=newest&limit=1');
      id = items[0]?.id ?? assert.fail('the order did not arrive');
      const account = product.account('sunlidong');
      const me = await product.ask<{ personId: string; county: { now: string } }>(account, '/me');
      await product.send(coordinator, `/orders/${id}/triages`, { verdict: 'accept' });
      await product.send(coordinator, `/orders/${id}/dispatches`, {
        candidates: [{ kind: 'volunteer', id: me.personId }],
        startsAt: new Date(Date.parse(me.county.now) + 20 * 60_000).toISOString(),
      });
      const offers = await product.ask<{ items: { id: string; order?: unknown }[] }>(
        account,
        '/offers?mine=true&state=open',
      );
      await using phone = await Phone.make();
      await phone.telling(async () => {
        const screen = phone.page;
        const { keyboard } = screen;
        await screen.goto(`${product.address}/console/phone/offers/${offers.items[0]?.id}`);
        await tabTo(screen, 'textbox "登录名');
        await keyboard.insertText(account.login);
        await tabTo(screen, 'textbox "密码');
        await keyboard.insertText(account.password);
        await keyboard.press('Enter');
        await focusOn(screen, 'textbox "验证码');
        await keyboard.insertText(await freshTotp(account.totpSecret));
        await keyboard.press('Enter');
        await screen.getByRole('button', { name: '我去' }).waitFor();
        await tabTo(screen, 'link "我的活');
        await keyboard.press('Enter');
        await tabTo(screen, 'button "我去"');
        await keyboard.press('Enter');
        await screen.getByRole('status').getByText('您答应了，谢谢。').waitFor();
        assert.match(await focused(screen), /您答应了/);
        await phone.screenshot('accepted-by-keyboard');
        assert.deepEqual(await accessFaults(screen, 'accepted by keyboard', { minor: true }), []);
        await tabTo(screen, 'button "我到了"');
        await keyboard.press('Enter');
        await focusOn(screen, 'button "做完了"');
        await keyboard.press('Enter');
        const sheet = screen.getByRole('dialog', { name: '做完了' });
        await sheet.waitFor();
        await tabTo(screen, 'textbox "说一句');
        await keyboard.insertText('换了垫圈，不漏了。');
        await keyboard.press('Tab');
        await keyboard.press('Tab');
        await focusOn(screen, 'button "做完了"');
        await keyboard.press('Enter');
        await screen.getByRole('status').getByText('做完了，谢谢您。').waitFor();
        await focusOn(screen, '做完了，谢谢您。');
        assert.equal((await product.ask<Order>(coordinator, `/orders/${id}`)).state, 'done');
      });
    },
  );

  await t.test('the rating: wrong digits are said with the focus on them, the right ones count', async () => {
    await page.goto(`${product.address}/en/orders/${code}`);
    await tabTo(page, 'link "Say how it went');
    await page.keyboard.press('Enter');
    await page.waitForURL(/rating$/);
    await tabTo(page, 'radio "Yes"');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'textbox "Last four digits');
    await page.keyboard.insertText('9999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    assert.ok(
      await page.evaluate(() => document.activeElement?.closest('[role=alert]') !== null),
      'the focus is on the summary',
    );
    await tabTo(page, 'textbox "Last four digits');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('5678');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/orders/${code}(\\?|#|$)`));
    await reader.picture('rated');
    assert.equal((await product.ask<Order>(coordinator, `/orders/${id}`)).state, 'rated');
    // What is left out and wrong digits are refused on purpose.
    assert.deepEqual(
      reader.complaints.filter((one) => !/status of 4(03|22)/.test(one)),
      [],
    );
  });
});
