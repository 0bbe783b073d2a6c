import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessFaults } from './support/access-faults.ts';
import { Office } from './support/desk.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Visit {
  readonly orderId: string;
  readonly state: string;
}

const door = { latitude: 30.26412, longitude: 118.12907 };
/** Some five kilometres north. */
const far = { latitude: 30.31, longitude: 118.12907 };

test('what is said of a visit: near, another time, an objection, a call-back', async (t) => {
  await using product = await startProduct({ paths: ['/console/', '/console/phone/'] });
  await using office = await Office.open(product, 'after-the-visit');
  await using goer = await Phone.make();
  await using server = await Phone.make();
  const coordinator = await office.colleague('zhaoyue');
  const keeper = await office.colleague('qianxiaoman');
  const { page } = coordinator;
  const step = stepsOf(t, [coordinator, keeper]);
  const address = `${product.address}/console/phone`;
  const accessible = async (phone: Phone, name: string): Promise<void> => {
    assert.deepEqual(await accessFaults(phone.page, name, { minor: true }), []);
    await phone.screenshot(`after-the-visit-${name}`);
  };
  const account = product.account('luoxiaochuan');
  const orderId = async (): Promise<string> => {
    const { items } = await product.ask<{ items: Visit[] }>(account, '/visits?state=planned');
    return items[0]?.orderId ?? '';
  };

  await step('the desk notes where the door is; what is no position is told at once', async () => {
    await coordinator.open(`/orders/${await orderId()}`);
    await page.getByRole('button', { name: '看一看' }).click();
    await page.getByRole('button', { name: '写错了，或要补一句' }).click();
    const dialog = page.getByRole('dialog', { name: '改姓名、电话、地址和说的话' });
    await dialog.getByLabel('位置（可以不填）').fill('东头第二家');
    await dialog.getByText('请写成“纬度, 经度”').waitFor();
    await coordinator.picture('position-wrong', { narrow: true });
    await dialog.getByLabel('位置（可以不填）').fill(`${door.latitude}, ${door.longitude}`);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('30.26412, 118.12907').waitFor();
    await coordinator.checkAccess('position');
    await coordinator.picture('position', { narrow: true });
    // Of a helper without a phone the desk would say that they are there; this one has one.
    await page.getByRole('button', { name: '人到了' }).click();
    const there = page.getByRole('dialog', { name: '替去的人记“到了”' });
    await there.getByText('这次的时长算组织方证明的').waitFor();
    await coordinator.checkAccess('arrived');
    await coordinator.picture('arrived', { narrow: true });
    await page.keyboard.press('Escape');
  });

  await step('whoever goes and wishes says that they are near, and nothing of where they are goes out', async () => {
    const phone = goer.page;
    const sent: string[] = [];
    phone.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await phone.goto(`${address}/`);
    await signInOnPhone(phone, account);
    const card = phone
      .locator('article')
      .filter({ has: phone.getByRole('button', { name: '我到了' }) })
      .first();
    await card.getByRole('button', { name: '看地址' }).click();
    const near = card.getByRole('button', { name: '按位置签到（愿意才用）' });
    await near.click();
    await card.getByText('手机没有让量位置，不要紧，点“我到了”就行。').waitFor();
    await goer.context.grantPermissions(['geolocation'], { origin: product.address });
    await goer.context.setGeolocation({ ...far, accuracy: 10 });
    await near.click();
    await card.getByText(/手机说离那里还有约5\.1 公里/).waitFor();
    await accessible(goer, 'far');
    await goer.context.setGeolocation({ ...door, accuracy: 900 });
    await near.click();
    await card.getByText(/这会儿量不准，误差约900 米/).waitFor();
    assert.ok(!sent.some((one) => one.includes('check-ins')), 'nothing was sent');
    await goer.context.setGeolocation({ latitude: 30.2651, longitude: 118.1291, accuracy: 15 });
    await near.click();
    await phone.getByRole('button', { name: '做完了' }).first().waitFor();
    await accessible(goer, 'near');
    const arrival = sent.find((one) => one.includes('check-ins')) ?? '';
    assert.match(arrival, /"near":true/);
    for (const one of sent) assert.doesNotMatch(one, /30\.2|118\.1/, 'no degrees leave the phone');
    await page.reload();
    await page.getByText('手机说就在附近').waitFor();
    await coordinator.picture('near');
  });

  await step('another time for the same visit stands on the phone, and is agreed to there', async () => {
    const phone = server.page;
    await phone.goto(`${address}/hours`);
    await signInOnPhone(phone, product.account('sunlidong'));
    await phone.getByRole('heading', { name: '对方说的时间不一样' }).waitFor();
    await phone.getByText('您记的是 70 分钟，对方说是 45 分钟').waitFor();
    await accessible(server, 'difference');
    await phone.getByRole('button', { name: '对方说得对' }).click();
    await phone.getByText('两边都同意：45 分钟 · 双方确认').waitFor();
    await accessible(server, 'difference-agreed');
  });

  await step('of another one the coordinator decides, with a reason that both read', async () => {
    await coordinator.open('/hour-differences');
    await page.getByText('信念完了，她留我吃了碗面').waitFor();
    await coordinator.checkAccess('differences');
    await coordinator.picture('differences', { narrow: true });
    await page.getByRole('button', { name: '定下来', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton').fill('80');
    await dialog.getByRole('textbox').fill('念信一小时，吃面聊天各记一半，两边都问过。');
    await coordinator.picture('decide', { narrow: true });
    await dialog.getByRole('button', { name: '定下来' }).click();
    await page.getByText('念信一小时，吃面聊天各记一半，两边都问过。').waitFor();
    await coordinator.picture('decided');
  });

  await step('an objection to a refusal waits for somebody else than who refused, and is granted', async () => {
    await keeper.open('/');
    await keeper.picture('appeal-waits', { narrow: true });
    await keeper.page.getByRole('link', { name: '搬重东西' }).first().click();
    await keeper.page.getByText('不是搬家，就一个五斗橱').waitFor();
    await keeper.checkAccess('appeal');
    await keeper.picture('appeal', { narrow: true });
    await keeper.page.getByRole('button', { name: '接下来办' }).click();
    await keeper.page.getByRole('dialog').getByRole('textbox').fill('一个五斗橱，两个人抬得动，周二上午去。');
    await keeper.page.getByRole('dialog').getByRole('button', { name: '接下来办' }).click();
    await keeper.page.getByText('申诉成了，已经重新安排。').waitFor();
    await keeper.picture('appeal-granted');
  });

  await step('the sheet of call-backs holds whom to ring, and what was heard is written down from it', async () => {
    await coordinator.open('/call-backs');
    await page.getByRole('button', { name: '打印我的电话单' }).click();
    const sheet = page.getByRole('dialog', { name: '电话单' });
    await sheet.getByRole('link', { name: /^199/ }).first().waitFor();
    await coordinator.checkAccess('call-sheet');
    await coordinator.picture('call-sheet', { narrow: true });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '记下来' }).first().click();
    const heard = page.getByRole('dialog', { name: '听到什么' });
    await heard.getByText('办好了', { exact: true }).click();
    await coordinator.picture('heard', { narrow: true });
    await heard.getByRole('button', { name: '记下', exact: true }).click();
    await page.getByText('记下了。').waitFor();
  });

  for (const person of [coordinator, keeper]) assert.deepEqual(person.complaints, [], person.account.login);
});
