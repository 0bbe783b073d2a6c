import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { startProduct } from './support/product.ts';

test('a resident orders help', async (t) => {
  await using product = await startProduct({ paths: ['/'] });
  let statusPath = '';

  await t.test('on a phone without JavaScript, and gets a slip in large letters', async () => {
    await using reader = await Reader.open('order', { size: 'phone', javaScript: false });
    const { page } = reader;
    await page.goto(`${product.address}/services`);
    await page
      .getByRole('link', { name: /修水管电灯/ })
      .first()
      .click();
    await reader.picture('service');
    await page.locator('main a[href$="/order"]').first().click();
    await page.locator('[name=name]').fill('王阿姨');
    await page.locator('[name=phone]').fill('19900001234');
    await page.locator('[name=place]').selectOption({ index: 3 });
    await page.locator('[name=address]').fill('东头第二家');
    await page.locator('[name=note]').fill('厨房水龙头一直滴');
    await page.locator('[name=consent]').check();
    await reader.picture('form');
    await page.locator('main form button[type=submit]').first().click();
    await reader.picture('slip');
    const slip = await page.locator('main').innerText();
    const code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec(slip)?.[0];
    assert.ok(code, slip);
    assert.ok(!slip.includes('王阿姨') && !slip.includes('19900001234'), 'the slip names nobody');
    statusPath = `/orders/${code.replaceAll(' ', '')}`;
    assert.deepEqual(reader.complaints, []);
  });

  await t.test('sees only the state by the code, and the last four digits are needed to cancel', async () => {
    await using reader = await Reader.open('status', { size: 'phone' });
    const { page } = reader;
    await page.goto(product.address + statusPath);
    await reader.picture('status');
    const words = await page.locator('main').innerText();
    assert.ok(!words.includes('王阿姨') && !words.includes('水龙头一直滴') && !words.includes('东头'), words);
    await page.goto(`${product.address}${statusPath}/cancel`);
    await page.locator('[name=lastFour]').fill('9999');
    await page.locator('main form button[type=submit]').first().click();
    await reader.picture('wrong-digits');
    assert.match(page.url(), /cancel/);
    await page.locator('[name=lastFour]').fill('1234');
    await page.locator('main form button[type=submit]').first().click();
    await reader.picture('cancelled');
    assert.match(page.url(), new RegExp(`${statusPath}(\\?|$)`));
  });
});
