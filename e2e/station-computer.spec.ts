import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { until } from '../server/testing/until.ts';
import { Office, type Colleague } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import type { DemoAccount } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

const pin = '402917';
const keeper = '钱小满';
const reviewer = '周砚';

/** Two minutes without a hand on anything; again where the page, just opened, had not begun to count. */
async function idle(page: Page): Promise<void> {
  await until(async () => {
    await page.clock.fastForward(125_000);
    await pause(500);
    return cover(page).isVisible();
  });
}

const cover = (page: Page) => page.getByRole('dialog', { name: '这台电脑锁着' });

/** Whoever comes to the counter touches their name and types the digits. */
async function comeByPin(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByLabel(`${name}的六位数字`).fill(pin);
  await page.getByRole('button', { name: '打开', exact: true }).click();
}

async function setPin({ page }: Colleague): Promise<void> {
  await page.getByRole('button', { name: '设六位数字' }).click();
  await page.getByLabel('新的六位数字').fill(pin);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('设好了。', { exact: true }).waitFor();
}

const fromMenu = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('button', { name: /^我的账户/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

const shown = (page: Page): Promise<string> => page.getByRole('main').innerText();

test('one computer at a station’s counter, two people by turns', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'station-computer');
  const counter = await office.seat('qianxiaoman');
  const administrator = await office.seat('dingyinuo');
  const { page } = counter;
  const step = stepsOf(t, [counter, administrator]);
  const other: DemoAccount = product.account('zhouyan');
  // Its clock is turned on later, when nobody touches anything.
  await page.clock.install();

  await step('its keeper makes the computer the station’s, and sets six digits', async () => {
    await counter.signIn();
    await counter.open('/stations');
    await page.getByRole('button', { name: '改', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: '柜台电脑' }).waitFor();
    await dialog.getByLabel('放在哪里').first().fill('柜台');
    await dialog.getByRole('button', { name: '把现在这台登记为本站的电脑' }).click();
    await page.getByText('登记好了。现在各位可以在“我的账户”里设六位数字。').waitFor();
    await counter.checkAccess('registered');
    await counter.picture('registered', { narrow: true });
    await counter.open('/account');
    await setPin(counter);
    await counter.picture('pin-set', { narrow: true });
    await page.getByRole('button', { name: /^我的账户/ }).click();
    await page.getByRole('menuitem', { name: '锁上，换人' }).waitFor();
    assert.equal(await page.getByText('用轻便的手机版').count(), 0, 'what stays on the device is not offered here');
    await page.keyboard.press('Escape');
  });

  await step('a colleague comes in full once, over a cover that shows nothing, and sets their own', async () => {
    await fromMenu(page, '锁上，换人');
    await cover(page).waitFor();
    await counter.checkAccess('locked');
    await counter.picture('locked', { narrow: true });
    await page.keyboard.press('Escape');
    assert.equal(await cover(page).isVisible(), true, 'the cover cannot be pushed aside');
    await page.getByRole('button', { name: '用密码或通行密钥登录' }).click();
    await counter.giveProofs(other);
    await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
    await counter.open('/account');
    await setPin(counter);
  });

  await step('who comes back in two minutes finds what was typed; nobody else does', async () => {
    await fromMenu(page, '锁上，换人');
    await comeByPin(page, keeper);
    await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
    await counter.open('/orders/new');
    await page.getByLabel('姓名').first().fill('赵阿姨');
    await idle(page);
    await counter.picture('idle', { narrow: true });
    await comeByPin(page, keeper);
    await cover(page).waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('姓名').first().inputValue(), '赵阿姨');
    // A hand on the mouse every minute is a person.
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await page.mouse.move(300 + 20 * minutes, 300);
      await page.clock.fastForward(60_000);
    }
    assert.equal(await cover(page).count(), 0, 'it does not lock under somebody’s hands');
    await idle(page);
    await comeByPin(page, reviewer);
    await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
    await counter.open('/orders/new');
    assert.ok(!(await page.locator('body').innerText()).includes('赵阿姨'));
  });

  await step('what is signed asks for more than the digits', async () => {
    const { items } = await product.ask<{ items: { id: string }[] }>(other, '/stories?state=first_review&limit=1');
    const [story] = items;
    assert.ok(story, 'a text waits for its first review');
    await counter.open(`/stories/${story.id}/review`);
    await page.getByRole('button', { name: /^确认，由系统作证/ }).click();
    const confirm = page.getByRole('dialog', { name: '确认是您本人' });
    await confirm.waitFor();
    await counter.picture('signing-asks', { narrow: true });
    await page.keyboard.press('Escape');
    await confirm.waitFor({ state: 'detached' });
    const { state } = await product.ask<{ state: string }>(other, `/stories/${story.id}`);
    assert.equal(state, 'first_review', 'nothing was signed');
  });

  await step('locked while the server is away, it is still locked when the page is opened anew', async () => {
    await page.getByRole('button', { name: /^我的账户/ }).waitFor();
    await page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
    await fromMenu(page, '锁上，换人');
    await cover(page).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await counter.picture('away', { narrow: true });
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('button', { name: reviewer, exact: true }).waitFor();
    assert.equal((await page.request.get(`${product.address}/api/v1/me`)).status(), 401);
    await counter.checkAccess('door');
    await counter.picture('door', { narrow: true });
    await comeByPin(page, keeper);
    await page.getByRole('heading', { level: 1, name: '我的活' }).waitFor();
  });

  await step('ended from elsewhere, it is covered at once, and asks for a full sign-in', async () => {
    const before = await shown(page);
    assert.match(before, /我的活/);
    await administrator.signIn();
    await administrator.open('/stations');
    const row = administrator.page.getByRole('row').filter({ hasText: keeper });
    await row.getByRole('button', { name: '改', exact: true }).click();
    await administrator.page.getByRole('dialog').getByRole('button', { name: '停用' }).first().click();
    const sure = administrator.page.getByRole('dialog', { name: /^停用“.*”这台电脑？$/ });
    await sure.getByRole('button', { name: '停用' }).click();
    await administrator.page.getByText('停用了。上面的人都已退出，六位数字也没用了。').waitFor();
    await page.getByRole('dialog').getByLabel('登录名').waitFor();
    await counter.picture('ended', { narrow: true });
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').isVisible(), true, 'what stood there stays covered');
  });

  for (const person of [counter, administrator]) assert.deepEqual(person.complaints, [], person.account.login);
});
