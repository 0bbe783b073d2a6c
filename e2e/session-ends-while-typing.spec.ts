import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Office } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

test('a session that ends while somebody types', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'session-ends');
  const coordinator = await office.seat('zhaoyue', 'en');
  const elsewhereToo = await office.seat('zhaoyue', 'en', 'phone');
  const step = stepsOf(t, [coordinator, elsewhereToo]);
  const { page } = coordinator;
  const sent: number[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/api/v1/orders'))
      sent.push(response.status());
  });

  await step('the gate opens over what was typed', async () => {
    await coordinator.stepIn('Zhao Yue');
    await coordinator.open('/orders/new');
    await page.getByLabel('What is needed').click();
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Auntie Zhao');
    await page.getByRole('textbox', { name: 'Phone' }).fill('19900007788');
    await page.getByLabel('Where', { exact: true }).click();
    await page.keyboard.type('Chengguan');
    await page.getByTitle('Chengguan Town').first().click();
    await page.getByText('The same, in work at this place').waitFor();
    await page.getByLabel('In their words').fill('the tap drips');
    await page.getByRole('checkbox').first().check();
    // As they would from their phone, on the way home.
    await elsewhereToo.stepIn('Zhao Yue');
    await elsewhereToo.open('/account');
    await elsewhereToo.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await elsewhereToo.page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('Please sign in again').waitFor();
    await coordinator.checkAccess('gate');
    await coordinator.picture('gate', { narrow: true });
  });

  await step('nobody else sends it', async () => {
    await coordinator.giveProofs(product.account('shenqiu'));
    await page.getByRole('alert').filter({ hasText: '赵月' }).waitFor();
    await coordinator.checkAccess('gate refused');
    await coordinator.picture('somebody-else', { narrow: true });
    assert.deepEqual(
      sent.filter((status) => status < 300),
      [],
      'the chief editor has ordered nothing',
    );
    const me = await page.request.get(`${product.address}/api/v1/me`);
    assert.equal(me.status(), 401, 'no session of theirs is left open');
  });

  await step('and the owner goes on where they were', async () => {
    const listened = page.waitForRequest((request) => request.url().endsWith('/api/v1/live'));
    await coordinator.giveProofs();
    await page.getByRole('heading', { name: 'Written down' }).waitFor();
    assert.deepEqual(
      sent.filter((status) => status < 300),
      [201],
    );
    // What changes elsewhere is listened to again.
    await listened;
    await coordinator.picture('written-down');
  });

  assert.deepEqual([...coordinator.complaints, ...elsewhereToo.complaints], []);
});
