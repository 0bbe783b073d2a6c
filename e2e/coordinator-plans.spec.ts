import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Office } from './support/desk.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Words {
  readonly 'zh-CN'?: string;
}
interface Named {
  readonly id: string;
  readonly name?: Words;
  /** Of a service. */
  readonly facts?: { readonly name: Words };
}
interface Placed {
  readonly orderId: string;
  readonly code: string;
}
interface Order {
  readonly state: string;
}

const told = '老人在灶边滑了一下，没摔着，灶台一直漏水。';
const taps = '修水管电灯';

test('a plan is signed, a round offered stop by stop, an order split and referred, and what went wrong is told to one', async (t) => {
  await using product = await startProduct({ paths: ['/', '/console/', '/console/phone/'] });
  await using office = await Office.open(product, 'coordinator-plans');
  await using phone = await Phone.make();
  await using other = await Phone.make();
  const coordinator = await office.colleague('zhaoyue');
  const keeper = await office.colleague('qianxiaoman');
  const officer = await office.colleague('jiangyingxue');
  const { page } = coordinator;
  const step = stepsOf(t, [coordinator, keeper, officer]);
  const idOf = async (path: string, name: string): Promise<string> => {
    const { items } = await product.ask<{ items: Named[] }>(coordinator.account, path);
    const found = items.find((one) => (one.name ?? one.facts?.name)?.['zh-CN'] === name);
    return found?.id ?? assert.fail(`${name} is not there`);
  };
  const state = async (id: string): Promise<string> =>
    (await product.ask<Order>(coordinator.account, `/orders/${id}`)).state;
  const placeId = await idOf('/places', '东门社区');
  const serviceId = await idOf('/services', taps);
  let phones = 5_500;
  /** An order by telephone for a day; accepted unless it is only taken down. */
  const order = async (on: string, note: string, { accepted = true, at = placeId } = {}): Promise<Placed> => {
    phones += 1;
    const placed = await product.send<Placed>(coordinator.account, '/orders', {
      serviceId,
      placeId: at,
      channel: 'phone',
      contacts: [{ name: `试用的${note.slice(0, 2)}家`, phone: `1990000${phones}` }],
      address: '东头第二家',
      note,
      wishes: [{ on, part: 'morning' }],
      peopleServed: 1,
      consentRead: true,
    });
    if (accepted) await product.send(coordinator.account, `/orders/${placed.orderId}/triages`, { verdict: 'accept' });
    return placed;
  };

  await step(
    'the optimiser proposes; one visit is fixed by hand, the rest is signed, and a phone is asked',
    async () => {
      const { orderId } = await order('2026-11-25', '厨房龙头滴水');
      await coordinator.open('/dispatch-plans');
      await page.getByRole('button', { name: '出一个方案' }).click();
      const dialog = page.getByRole('dialog', { name: '出派单方案' });
      await dialog.getByLabel('哪个地方（连同下面各级）').click();
      await page.keyboard.type('东门社区');
      await page.locator('.ant-select-dropdown:visible').getByText('东门社区').first().click();
      await coordinator.picture('ask-for-a-plan', { narrow: true });
      await dialog.getByRole('button', { name: '开始排' }).click();
      await page.getByRole('button', { name: '签字，去问志愿者' }).waitFor();
      await coordinator.picture('proposed', { narrow: true });
      const item = page.getByRole('listitem').filter({ has: page.locator(`a[href$="/orders/${orderId}"]`) });
      await item.getByRole('button', { name: '为什么' }).click();
      const why = page.getByRole('dialog', { name: `为什么这样排：${taps}` });
      await coordinator.choose(why.getByLabel('换成谁看看'), '孙立冬');
      await why.getByText(/^(可以|排的就是这位)/).waitFor();
      await coordinator.picture('why', { narrow: true });
      await why.getByRole('button', { name: '就这样定' }).click();
      await page.getByText('定好了，别的跟着排过了。').waitFor();
      await item.getByText('孙立冬').waitFor();
      await item.getByText('您定的').waitFor();
      for (const view of ['按人', '地图']) {
        await page.getByText(view, { exact: true }).click();
        await coordinator.picture(view === '按人' ? 'by-person' : 'map', { narrow: true });
      }
      await page.getByRole('button', { name: '签字，去问志愿者' }).click();
      const sure = page.getByRole('dialog', { name: '签字，去问志愿者' });
      await sure.getByText(/\d+ 条都可以。/).waitFor();
      await sure.getByText('11月25日 09:00', { exact: false }).first().waitFor();
      await coordinator.picture('sign', { narrow: true });
      await sure.getByRole('button', { name: /^办这 \d+ 条$/ }).click();
      await page.getByText('签过了').waitFor();
      await page.getByText('按单子', { exact: true }).click();
      await item.getByText('已经问了').waitFor();
      await coordinator.picture('signed', { narrow: true });
      assert.equal(await state(orderId), 'dispatched');

      const { page: his } = phone;
      await his.goto(`${product.address}/console/phone/`);
      await signInOnPhone(his, product.account('sunlidong'));
      const asked = his.getByRole('article').filter({ hasText: '11月25日' }).filter({ hasText: taps });
      await asked.first().getByRole('button', { name: '我去' }).waitFor();
      await phone.screenshot('coordinator-plans-phone-asked');
    },
  );

  await step('two orders become one round: asked for once, answered once, gone to stop by stop', async () => {
    const stops = [await order('2026-11-27', '卫生间灯不亮'), await order('2026-11-27', '阳台水管漏')];
    await coordinator.open('/orders?state=accepted&sort=newest');
    for (const { orderId } of stops)
      await page
        .getByRole('row')
        .filter({ has: page.locator(`a[href$="/orders/${orderId}"]`) })
        .getByRole('checkbox')
        .check();
    await page.getByRole('region', { name: '选中的怎么办' }).getByRole('button', { name: '合成一趟' }).click();
    const dialog = page.getByRole('dialog', { name: '合成一趟' });
    await dialog.getByText('其余的按列表的先后接着去。', { exact: false }).waitFor();
    await dialog.getByLabel('先去哪一单').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await dialog.getByText('2 条都可以。').waitFor();
    await coordinator.picture('bundle', { narrow: true });
    await dialog.getByRole('button', { name: '办这 2 条' }).click();
    await page.getByText('合成一趟：2 条办好了。').waitFor();
    await coordinator.open(`/orders/${stops[0]?.orderId}?dispatch`);
    await page.getByRole('heading', { name: '一趟 2 处' }).waitFor();
    await page.getByRole('checkbox', { name: /孙立冬/ }).check();
    await coordinator.picture('round', { narrow: true });
    await page.getByRole('button', { name: '请 1 位' }).click();
    await page.getByText('请出去了。').waitFor();

    const { page: his } = phone;
    await his.reload();
    const asked = his.getByRole('article').filter({ hasText: '一趟 2 处，答应就是整趟都去：' });
    await asked.getByRole('listitem').nth(1).waitFor();
    await asked.scrollIntoViewIfNeeded();
    await phone.screenshot('coordinator-plans-phone-round');
    await asked.getByRole('button', { name: '我去' }).click();
    const agreed = his.getByRole('article').filter({ hasText: '11月27日' }).filter({ hasText: '已约好' });
    await agreed.nth(1).waitFor();
    await agreed.first().scrollIntoViewIfNeeded();
    await phone.screenshot('coordinator-plans-phone-round-agreed');
    assert.deepEqual(await Promise.all(stops.map(({ orderId }) => state(orderId))), ['taken', 'taken']);
    await page.getByText('孙立冬').first().waitFor();
    await coordinator.picture('round-taken', { narrow: true });
  });

  await step(
    'a second wish becomes an order of its own, and what is another station’s goes there without a name',
    async () => {
      const { orderId, code } = await order('2026-11-26', '换灯泡，顺便陪去拿药', {
        accepted: false,
        at: await idOf('/places', '河街社区'),
      });
      await coordinator.open(`/orders/${orderId}`);
      await page.getByRole('button', { name: '分成几张' }).click();
      const dialog = page.getByRole('dialog', { name: '把这张单子分开' });
      await dialog.getByLabel('另一项服务').click();
      await page.keyboard.type('陪老人看病');
      await page.locator('.ant-select-dropdown:visible').getByText('陪老人看病').first().click();
      await dialog.getByLabel('这一部分要做什么').fill('周四上午陪去卫生院拿药');
      await coordinator.picture('split', { narrow: true });
      await dialog.getByRole('button', { name: '分成几张' }).click();
      await page.getByText('分好了。').waitFor();
      await page.getByText('一起的单子').waitFor();
      await page.getByRole('button', { name: '转给别处' }).click();
      const refer = page.getByRole('dialog', { name: '转给别处' });
      await refer.getByLabel('转给哪个站').click();
      await page.keyboard.type('东门');
      await page.locator('.ant-select-dropdown:visible').getByText(/东门/).first().click();
      await refer.getByLabel('为什么（居民看得到）').fill('东门站离您家近，今天就能答复。');
      await coordinator.picture('refer', { narrow: true });
      await refer.getByRole('button', { name: /确\s*[认定]|转给别处/ }).click();
      await page.getByText('收到了。').waitFor();
      await coordinator.picture('referred', { narrow: true });

      const { page: hers } = keeper;
      await keeper.open('/');
      await hers.getByText(/件事等您/).waitFor();
      await keeper.picture('keeper-work', { narrow: true });
      await keeper.open(`/orders/${orderId}`);
      await hers.getByText('别处转到您这里来的。', { exact: false }).waitFor();
      const before = await hers.locator('main').innerText();
      assert.ok(!before.includes('东头第二家') && !before.includes('试用的'), before);
      await keeper.picture('referred-here', { narrow: true });
      await hers.getByRole('button', { name: '接过来办' }).click();
      await hers.getByText('收到了。').waitFor();
      await hers.getByRole('button', { name: '接下' }).waitFor();
      await keeper.picture('taken-on', { narrow: true });

      // Whoever ordered goes on by the code they have, and sees the other part by it.
      const { page: resident } = other;
      await resident.goto(`${product.address}/orders/${code.replaceAll(' ', '')}`);
      await resident.getByText('陪老人看病').first().waitFor();
      await other.screenshot('coordinator-plans-resident');
    },
  );

  await step(
    'what went wrong at a visit is told by phone to the safeguarding officer, and to nobody else',
    async () => {
      const { page: his } = other;
      await his.goto(`${product.address}/console/phone/`);
      await signInOnPhone(his, product.account('luoxiaochuan'));
      const visit = his
        .getByRole('article')
        .filter({ has: his.getByRole('button', { name: '我到了' }) })
        .first();
      await visit.getByRole('link').first().click();
      await his.getByRole('button', { name: '出了事，告诉安全专员' }).click();
      const sheet = his.getByRole('dialog');
      await sheet.getByLabel('哪一类').selectOption({ label: '摔伤、受伤、事故' });
      await sheet.getByLabel('怎么回事').fill(told);
      await sheet.getByLabel('现在还有人危险').check();
      await other.screenshot('coordinator-plans-phone-incident');
      await sheet.getByRole('button', { name: '告诉安全专员' }).click();
      await his.getByText('已经告诉安全专员了。').waitFor();
      await other.screenshot('coordinator-plans-phone-told');
      const visitId = his.url().split('/').at(-1) ?? '';

      const { page: hers } = officer;
      await officer.open('/');
      await hers.getByText('上门出了事，现在还有人危险').waitFor();
      await officer.picture('officer-work', { narrow: true });
      await officer.open('/incidents');
      await officer.picture('incidents', { narrow: true });
      await hers.getByRole('row').filter({ hasText: '现在还危险' }).getByRole('link').first().click();
      await hers.getByText(told).waitFor();
      await hers.getByRole('button', { name: '记一笔' }).click();
      await hers.getByRole('dialog').getByRole('textbox').fill('打了电话，老人没事，请水电队明天先关总阀。');
      await hers
        .getByRole('dialog')
        .getByRole('button', { name: /确\s*[认定]|记一笔/ })
        .click();
      await hers.getByText('打了电话，老人没事', { exact: false }).waitFor();
      await officer.picture('incident', { narrow: true });

      const { orderId } = await product.ask<{ orderId: string }>(product.account('luoxiaochuan'), `/visits/${visitId}`);
      await coordinator.open(`/orders/${orderId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('谁去').or(page.getByText('罗小川')).first().waitFor();
      const shown = await page.locator('body').innerText();
      assert.ok(!shown.includes('灶台') && !shown.includes('摔伤') && !shown.includes('上门出的事'), shown);
      await coordinator.open('/incidents');
      await coordinator.picture('no-incidents');
      assert.ok(!(await page.locator('body').innerText()).includes(taps));
    },
  );

  for (const person of [coordinator, keeper, officer]) assert.deepEqual(person.complaints, [], person.account.login);
});
