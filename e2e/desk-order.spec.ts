import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Reader } from './support/browser.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import type { DemoAccount } from './support/product.ts';
import { freshTotp } from './support/totp.ts';

const caller = { name: '试用的王阿姨', phone: '19900004321', address: '东头第二家' };

/** Password, then the six digits: as at any real desk. */
async function signInAtDesk(page: Page, address: string, account: DemoAccount): Promise<void> {
  await page.goto(`${address}/console/`);
  await page.getByLabel('登录名').fill(account.login);
  await page.getByLabel('密码').fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('六位数字').fill(await freshTotp(account.totpSecret));
  await page.getByRole('button', { name: /继\s*续/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** What a screen reader is told just now, and that the page has one main heading. */
async function told(page: Page, words: RegExp, heading: string): Promise<void> {
  await page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: words }).first().waitFor();
  assert.deepEqual(await page.getByRole('heading', { level: 1 }).allInnerTexts(), [heading]);
}

/** The keyboard is somewhere: never thrown back to the top of the document. */
async function hasFocus(page: Page, what: string): Promise<void> {
  await page
    .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body, null, {
      timeout: 30_000,
    })
    .catch(() => assert.fail(`the focus is lost ${what}`));
}

/** Goes on with Tab until the focus is on it. */
async function tabTo(page: Page, wanted: Locator, what: string): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard never reached ${what}`);
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  const found = page.getByTitle(words).first();
  // On a busy machine the page may still be setting up the form, and begin the field anew: then it is asked once more.
  for (let tries = 1; ; tries += 1) {
    await field.click();
    await field.fill(words);
    const isThere = await found.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    assert.ok(tries < 4, `${label} never offers ${words}`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Enter');
}

test('an order by telephone, from the desk to the hours', async (t) => {
  await using product = await startProduct();
  await using desk = await Reader.open('desk-order', { size: 'desk' });
  const { page } = desk;
  const coordinator = product.account('zhaoyue');
  const volunteer = product.account('sunlidong');
  let code = '';
  let orderPath = '';
  // Each step stands on the one before: after a failed one the others would only wait.
  let isWhole = true;
  const step = (name: string, walk: () => Promise<void>): Promise<void> =>
    t.test(name, async () => {
      assert.ok(isWhole, 'an earlier step failed');
      isWhole = false;
      await walk();
      isWhole = true;
    });

  await step('the coordinator signs in and takes the order down; a closed tab takes nothing', async () => {
    await signInAtDesk(page, product.address, coordinator);
    await page.getByRole('link', { name: '点单', exact: true }).click();
    await page.getByRole('link', { name: '替人点单' }).click();
    await choose(page, '要什么', '修水管电灯');
    await page.getByLabel('姓名').fill(caller.name);
    await page.getByLabel('电话', { exact: true }).last().fill(caller.phone);
    await page.getByRole('button', { name: /再加一个联系人/ }).click();
    await page.getByLabel('姓名').nth(1).fill('他女儿');
    await page.getByLabel('电话', { exact: true }).last().fill('19900008765');
    await page.getByLabel('希望什么时候').fill('2026-11-23');
    await page.keyboard.press('Enter');
    await page.getByLabel('门牌、怎么找').fill(caller.address);
    await page.waitForTimeout(700);
    await page.reload();
    await page.getByText('上次没记完的还在').waitFor();
    assert.equal(await page.getByLabel('姓名').nth(1).inputValue(), '他女儿', 'the second contact is there and seen');
    assert.equal(await page.getByLabel('希望什么时候').inputValue(), '2026-11-23', 'the day came back as a day');
    await choose(page, '在哪里', '东门社区');
    await page
      .getByRole('region', { name: '念给对方听' })
      .getByText(/可以要求看、改、删/)
      .waitFor();
    await desk.picture('taken-down');
    await page.getByRole('button', { name: '记下来' }).click();
    await page.getByText('要念过，对方同意才能记。').waitFor();
    await page.getByRole('checkbox', { name: /念过了/ }).check();
    await page.getByRole('button', { name: '记下来' }).click();
    await told(page, /记好了/, '替人点单');
    await hasFocus(page, 'after the order was taken down');
    await desk.picture('placed');
    code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec(await page.locator('main').innerText())?.[0] ?? '';
    assert.ok(code);
    assert.equal(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('order.new')).length),
      0,
    );
    await page.getByRole('link', { name: '打开这一单' }).click();
    await page.getByRole('heading', { level: 1, name: '修水管电灯' }).waitFor();
    orderPath = new URL(page.url()).pathname;
  });

  await step('a caller without the code is found by the whole phone number, and the look is written down', async () => {
    await page.getByRole('link', { name: '点单', exact: true }).click();
    await page.getByRole('button', { name: '按电话找' }).click();
    await page.getByLabel('点单时留的电话').fill('4321');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/看不懂/)
      .waitFor();
    await page.getByLabel('点单时留的电话').fill(caller.phone);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /修水管电灯/ })
      .click();
    await page.getByText('按电话查到').waitFor();
    assert.equal(new URL(page.url()).pathname, orderPath);
    assert.ok(!page.url().includes('4321'), 'no phone in an address');
  });

  await step('the order is answered', async () => {
    await page.getByRole('button', { name: '接下' }).click();
    await told(page, /收到了/, '修水管电灯');
    await hasFocus(page, 'after the answer');
    await desk.picture('accepted');
  });

  await step('and dispatched with the keyboard alone', async () => {
    await tabTo(page, page.getByRole('button', { name: '派谁去' }), 'the way to dispatch');
    await page.keyboard.press('Enter');
    const when = page.getByLabel('什么时候上门');
    await tabTo(page, when, 'the time');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2026-11-22 19:15');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('checkbox', { name: /孙立冬/ }), 'the volunteer');
    await page.keyboard.press('Space');
    await desk.picture('chosen');
    await tabTo(page, page.getByRole('button', { name: '请 1 位' }), 'the button that asks them');
    await page.keyboard.press('Enter');
    await told(page, /请出去了/, '修水管电灯');
    await hasFocus(page, 'after dispatching');
    await desk.picture('dispatched');
  });

  await using phone = await Phone.make();
  await step('the volunteer says yes on a phone, sees the address, comes and is done', () =>
    phone.telling(async () => {
      await phone.page.goto(`${product.address}/console/phone/`);
      await signInOnPhone(phone.page, volunteer);
      const visit = phone.page.getByRole('article').filter({ hasText: '19:15' });
      await visit.getByRole('button', { name: '我去' }).click();
      await visit.getByRole('button', { name: '我到了' }).waitFor();
      await visit.getByRole('button', { name: '看地址' }).click();
      await visit.getByText(caller.address).waitFor();
      await phone.screenshot('desk-order-phone-01-agreed');
      // The arrival is long on its way: what is done after it does not overtake it.
      const held = Promise.withResolvers<void>();
      await phone.page.route('**/check-ins', (route) => held.promise.then(() => route.continue()));
      await visit.getByRole('button', { name: '我到了' }).click();
      await visit.getByRole('button', { name: '做完了' }).click();
      const sheet = phone.page.getByRole('dialog');
      await sheet.getByRole('button', { name: '做完了' }).click();
      await sheet.locator('button[type=submit][disabled]').waitFor();
      held.resolve();
      await phone.page.getByText('做完了，谢谢您。').waitFor();
      await phone.page.waitForFunction(() => document.querySelector('.ribbon') === null);
      await phone.screenshot('desk-order-phone-02-done');
    }),
  );

  await step('whoever ordered first says no, the desk puts it right, and only then it is confirmed', async () => {
    await page.reload();
    await page.getByRole('button', { name: '居民说没办好' }).click();
    await page.getByLabel('怎么说的').fill('还在滴水');
    await page.getByRole('dialog').getByRole('button', { name: '居民说没办好' }).click();
    await told(page, /记下了/, '修水管电灯');
    await page.getByText('说没办好').first().waitFor();
    await desk.picture('disputed');
    await page.getByRole('button', { name: '居民说办好了' }).click();
    await page.getByLabel('怎么解决的').fill('换了新垫圈');
    await page.getByRole('dialog').getByRole('button', { name: '居民说办好了' }).click();
    await page.getByText('确认了').first().waitFor();
    await hasFocus(page, 'after confirming');
    await desk.picture('confirmed');
  });

  await step('the resident rates on the public page, by code and last four digits', async () => {
    await using resident = await Reader.open('desk-order-resident', { size: 'phone', javaScript: false });
    const at = resident.page;
    await at.goto(`${product.address}/orders/${code.replaceAll(' ', '')}`);
    await at.getByRole('link', { name: '说说办得怎么样' }).first().click();
    // The desk has it confirmed already: it is not asked again.
    assert.equal(await at.getByRole('radio', { name: '办好了' }).count(), 0);
    await at.locator('[name=score][value="5"]').check();
    await at.locator('[name=lastFour]').fill(caller.phone.slice(-4));
    await resident.picture('rating');
    await at.locator('main form button[type=submit]').first().click();
    await at.getByText('谢谢您告诉我们。').waitFor();
    await resident.picture('rated');
    assert.deepEqual(resident.complaints, []);
  });

  await step('the hours stand in the ledger, for the desk and for the volunteer', async () => {
    await page.reload();
    await page.getByText('评过了').first().waitFor();
    await desk.picture('rated');
    await page.getByRole('link', { name: '时长', exact: true }).click();
    await page
      .getByRole('row', { name: /修水管电灯.*孙立冬/ })
      .first()
      .waitFor();
    await desk.picture('hours');
    await phone.page.getByRole('link', { name: '时长' }).click();
    await phone.page.getByRole('heading', { name: '我的时长' }).waitFor();
    await phone.page.getByRole('listitem').filter({ hasText: '修水管电灯' }).first().waitFor();
    await phone.screenshot('desk-order-phone-03-hours');
  });

  await step('signing out leaves no caller’s name behind, and others’ sheets as they were', async () => {
    await page.goto(`${product.address}/console/orders/new`);
    await page.getByLabel('姓名').fill('下一位');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith('order.new')));
    // As a colleague left it whose session had ended meanwhile.
    await page.evaluate(() => {
      const kept = { at: new Date().toISOString(), value: { name: '上一班记的' } };
      localStorage.setItem('xiangyin.kept.of-a-colleague.order.new', JSON.stringify(kept));
    });
    await page.getByRole('button', { name: '我的账户' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    const sure = page.getByRole('dialog').filter({ hasText: '还有一单没记完' });
    await sure.waitFor();
    await desk.picture('sign-out-with-an-order');
    await sure.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('登录名').waitFor();
    const left = await page.evaluate(() => JSON.stringify(localStorage));
    assert.ok(!left.includes('下一位'), left);
    assert.ok(left.includes('上一班记的'), 'a colleague’s sheet waits for them');
    assert.deepEqual(
      desk.complaints.filter((words) => !/401|422/.test(words)),
      [],
    );
  });
});
