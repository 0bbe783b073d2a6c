import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { Office } from './support/desk.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';

test('somebody joins, is taken in, and volunteers take what is open to everybody', async (t) => {
  await using product = await startProduct({ paths: ['/', '/console/', '/console/phone/'] });
  const coordinator = product.account('zhaoyue');

  await t.test('on a phone, without account', async () => {
    await using reader = await Reader.open('join', { size: 'phone' });
    const { page } = reader;
    await page.goto(`${product.address}/services`);
    await page.getByRole('link', { name: '做志愿者' }).click();
    await reader.picture('teams');
    await page.getByRole('link', { name: '加入这支' }).first().click();
    await page.locator('[name=name]').fill('李青');
    await page.locator('[name=phone]').fill('19900007777');
    await page.locator('[name=place]').selectOption({ index: 3 });
    await page.getByLabel('修水管电灯').or(page.locator('[name="skill-water-and-lights"]')).first().check();
    await page.locator('[name="day-2"]').check();
    await page.locator('[name="day-4"]').check();
    await page.locator('[name=from]').selectOption('19:00');
    await page.locator('[name=to]').selectOption('21:00');
    await page.locator('[name=bornOn]').fill('2011-05-01');
    await page.locator('[name=consent]').check();
    await page.locator('main form button[type=submit]').first().click();
    await reader.picture('guardian-needed');
    assert.match(await page.locator('main').innerText(), /监护人/);
    assert.ok(await page.locator('[name="day-2"]').isChecked(), 'what was ticked stays');
    await page.locator('[name=bornOn]').fill('');
    await page.locator('main form button[type=submit]').first().click();
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    await reader.picture('thanks');
    // The browser names the answer that asked for a guardian.
    assert.deepEqual(
      reader.complaints.filter((one) => !one.includes('status of 422')),
      [],
    );
  });

  await t.test('at the desk one is taken in, papers are looked at, and an order is opened to everybody', async () => {
    await using office = await Office.open(product, 'volunteers');
    const desk = await office.colleague(coordinator.login);
    const { page } = desk;
    await page.goto(`${product.address}/console/applications`);
    await page.getByText('李青').first().waitFor();
    await desk.picture('applications');
    const hers = page.getByRole('row').filter({ hasText: '李青' });
    await hers.getByRole('button', { name: '收下', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '收下', exact: true }).click();
    await page.waitForURL(/\/console\/people\//);
    await page.goto(`${product.address}/console/limits`);
    await page.getByText('未成年人的规矩').waitFor();
    await desk.picture('ages');
    const [order] = (await product.ask<{ items: { id: string }[] }>(coordinator, '/orders?state=accepted&limit=30'))
      .items;
    assert.ok(order);
    await page.goto(`${product.address}/console/orders/${order.id}?dispatch`);
    await page.getByText('挨个问', { exact: true }).click();
    await page
      .getByRole('checkbox', { name: /离|公里/ })
      .first()
      .waitFor();
    await desk.picture('in-turn');
    await page.getByText('开放给大家', { exact: true }).click();
    await desk.picture('open-to-all');
    await page.getByRole('button', { name: '开放这一单' }).click();
    await page.getByText('所有合适的人').waitFor();
    await desk.picture('opened');
  });

  await t.test('a volunteer says when they come, claims a licence, takes a break, and sees what is open', async () => {
    await using phone = await Phone.make();
    const { page } = phone;
    await page.goto(`${product.address}/console/phone/mine`);
    await signInOnPhone(page, product.account('sunlidong'));
    await page.getByRole('heading', { name: '歇一阵' }).waitFor();
    await phone.screenshot('mine-1');
    await page.getByRole('button', { name: '加一段时间' }).click();
    await page.getByRole('button', { name: '加几天' }).click();
    await page.getByRole('heading', { name: '哪几天不在' }).scrollIntoViewIfNeeded();
    await phone.screenshot('mine-2');
    await page.getByRole('button', { name: '存好' }).click();
    await page.getByText('存好了。').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '报一个证' }).click();
    await page.getByLabel('什么证').selectOption({ index: 1 });
    await page.getByLabel('哪天到期').fill('2027-12-31');
    await page.getByRole('button', { name: '报上去' }).click();
    await page.getByText(/请带原件到站里/).waitFor();
    await phone.screenshot('mine-papers');
    await page.getByRole('button', { name: '歇一阵' }).click();
    await page.getByText('您在歇着，这阵子不会请您。').waitFor();
    await page.getByRole('button', { name: '又可以了' }).click();
    await page.getByText('现在可以请您。').waitFor();
    await page.goto(`${product.address}/console/phone/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await phone.screenshot('work-open');
  });
});
