import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessFaults } from './support/access-faults.ts';
import { Office } from './support/desk.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Line {
  readonly id: string;
  readonly service: { readonly slug: string };
}

test('a station’s screen, an order that comes again, and hours on paper', async (t) => {
  await using product = await startProduct({ paths: ['/', '/console/', '/console/phone/'] });
  await using office = await Office.open(product, 'kiosk-series-certificate');
  await using goer = await Phone.make();
  const keeper = await office.colleague('qianxiaoman');
  const coordinator = await office.colleague('zhaoyue');
  // The screen by the door: a browser in which nobody is signed in.
  const screen = await office.seat('qianxiaoman');
  const step = stepsOf(t, [keeper, coordinator, screen]);
  const accessible = async (phone: Phone, name: string): Promise<void> => {
    assert.deepEqual(await accessFaults(phone.page, name, { minor: true }), []);
    await phone.screenshot(`kiosk-series-certificate-${name}`);
  };

  await step('the keeper registers a screen, and one touch makes it the kiosk', async () => {
    const { page } = keeper;
    await keeper.open('/stations');
    await page.getByRole('button', { name: '改', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: '自助屏' }).waitFor();
    await dialog.getByLabel('放在哪里').last().fill('门口');
    await dialog.getByRole('button', { name: '登记一块屏幕' }).click();
    const link = dialog.getByRole('link', { name: /kiosk\/start/ });
    const href = new URL((await link.getAttribute('href')) ?? '');
    await keeper.checkAccess('screen-registered');
    await keeper.picture('screen-registered', { narrow: true });

    await screen.open('/kiosk', { site: true });
    await screen.page.getByRole('heading', { name: '这里点不了单' }).waitFor();
    await screen.open(href.pathname, { site: true });
    await screen.picture('kiosk-begin', { narrow: true });
    await screen.page.getByRole('button', { name: '就用这块屏幕' }).click();
    await screen.page.getByRole('link', { name: /我要点单/ }).waitFor();
    await screen.checkAccess('kiosk');
    await screen.picture('kiosk', { narrow: true });
    await screen.open(href.pathname, { site: true });
    await screen.page.getByText('这个链接用过了').waitFor();
  });

  await step('somebody orders there, takes the slip along, and the screen keeps nothing', async () => {
    const { page } = screen;
    await screen.open('/kiosk', { site: true });
    await page.getByRole('link', { name: /我要点单/ }).click();
    await screen.picture('kiosk-services', { narrow: true });
    await page
      .getByRole('link', { name: /陪着看病|修水管电灯/ })
      .first()
      .click();
    await page.locator('main form button[type=submit]').first().click();
    await page.getByRole('alert').first().waitFor();
    await screen.checkAccess('kiosk-missing');
    await screen.picture('kiosk-missing', { narrow: true });
    await page.locator('[name=name]').fill('王阿姨');
    await page.locator('[name=phone]').fill('19900002468');
    await page.locator('[name=wishedOn]').fill('2026-11-24');
    await page.locator('[name=address]').fill('东头第二家');
    await page.locator('[name=consent]').check();
    await page.locator('main form button[type=submit]').first().click();
    const slip = await page.locator('main .slip').innerText();
    const code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec(slip)?.[0] ?? '';
    assert.ok(code && !slip.includes('王阿姨') && !slip.includes('19900002468'), slip);
    await screen.checkAccess('kiosk-slip');
    await screen.picture('kiosk-slip', { narrow: true });
    await page.getByRole('link', { name: '我好了，清掉' }).click();
    await page.getByRole('link', { name: /查一张单子/ }).waitFor();
    await page.goBack();
    await page.waitForLoadState();
    assert.ok(!(await page.locator('body').innerText()).includes(code), 'the way back shows no slip');

    await screen.open('/kiosk/order', { site: true });
    await page.getByLabel('单号').fill(code.toLowerCase());
    await page.getByRole('button', { name: '看进展' }).click();
    await page.getByText(code).first().waitFor();
    await screen.checkAccess('kiosk-status');
    await screen.picture('kiosk-status', { narrow: true });
  });

  await step('the keeper lets it come every week; one day is left out', async () => {
    const { page } = keeper;
    const { items } = await product.ask<{ items: Line[] }>(keeper.account, '/orders?sort=newest&limit=1');
    await keeper.open(`/orders/${items[0]?.id}`);
    await page.getByText('自助屏').first().waitFor();
    await page.getByRole('button', { name: '定期再来' }).click();
    const dialog = page.getByRole('dialog', { name: '定期再来' });
    await dialog.getByText(/第一次：/).waitFor();
    await dialog.getByRole('button', { name: '定期再来' }).click();
    await dialog.getByText('请选最后一天，最多一年。').waitFor();
    await keeper.picture('series-begins', { narrow: true });
    await dialog.getByLabel('到哪天为止').fill('2026-12-15');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const days = page.locator('.series-day');
    await days.nth(3).waitFor();
    assert.equal(await days.count(), 4, '24 November, 1, 8 and 15 December');
    await days.nth(2).getByRole('button', { name: '这次不来' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await days.nth(2).getByText('这次不来', { exact: true }).waitFor();
    await keeper.checkAccess('series');
    await keeper.picture('series', { narrow: true });
  });

  await step('a volunteer asks for a certificate on the phone, the unit issues it, and anybody checks it', async () => {
    const phone = goer.page;
    await phone.goto(`${product.address}/console/phone/hours`);
    await signInOnPhone(phone, product.account('sunlidong'));
    await phone.getByRole('button', { name: '请它开证明' }).first().click();
    await phone.getByText('已经申请，正在等它开。').first().waitFor();
    await accessible(goer, 'asked');

    const { page } = coordinator;
    await coordinator.open('/certificates');
    await page.getByRole('heading', { name: '等着开的' }).waitFor();
    await coordinator.checkAccess('certificates');
    await coordinator.picture('certificate-waits', { narrow: true });
    await page.getByRole('button', { name: '开证明' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '开证明' }).click();
    await page.getByText('开好了。').waitFor();
    await coordinator.picture('certificate-issued', { narrow: true });

    await phone.reload();
    const check = phone.getByRole('link', { name: '核对' });
    await check.waitFor();
    await accessible(goer, 'certificate');
    const paper = await phone.request.get(
      new URL(
        (await phone.getByRole('link', { name: '取 PDF', exact: true }).getAttribute('href')) ?? '',
        product.address,
      ).href,
    );
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
    const mark = (await check.getAttribute('href')) ?? '';
    await phone.goto(mark.startsWith('/') ? product.address + mark : mark);
    await phone.getByRole('heading', { name: '是真的', exact: true }).waitFor();
    await phone.getByText('刚看过撤销名单：没有撤销。').waitFor();
    await accessible(goer, 'checked');
  });

  await step('revoked, it says so to whoever checks the paper in their hand', async () => {
    const { page } = coordinator;
    await page.getByRole('button', { name: '取', exact: true }).first().click();
    await page.getByRole('menuitem', { name: '撤销' }).click();
    const dialog = page.getByRole('dialog', { name: '撤销证明' });
    await coordinator.picture('revoking', { narrow: true });
    await dialog.getByRole('button', { name: '撤销' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('已撤销').first().waitFor();
    await coordinator.picture('revoked', { narrow: true });
    await goer.page.reload();
    // Issued anew in the same act: whoever holds the old paper is led to the one that takes its place.
    await goer.page.locator('[data-today="hours-replaced"]:not([hidden])').waitFor();
    await accessible(goer, 'revoked');
  });

  for (const person of [keeper, coordinator, screen]) assert.deepEqual(person.complaints, [], person.account.login);
});
