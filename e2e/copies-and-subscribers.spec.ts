import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Receiver } from '../server/modules/channels/testing/receiver.ts';
import { until } from '../server/testing/until.ts';
import { Reader } from './support/browser.ts';
import { fromMyWork, sign } from './support/desk-acts.ts';
import { Office } from './support/desk.ts';
import { letterTo, lettersTo } from './support/letters.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

interface Line {
  readonly id: string;
  readonly title: string;
}
interface Channel {
  readonly name: string;
  readonly placeId: string;
}

const address = 'wang@example.test';
const platforms = ['省里的平台', '邻县的平台'] as const;

test('a reader’s letters are asked for twice, and copies that did not arrive are tried again or given up', async (t) => {
  await using product = await startProduct({
    paths: ['/', '/console/'],
    settings: { OUTBOUND_INNER_HOSTS: '127.0.0.1' },
  });
  await using office = await Office.open(product, 'copies-and-subscribers');
  await using reader = await Reader.open('copies-and-subscribers', { size: 'phone' });
  await using receiver = await Receiver.start();
  const chief = await office.colleague('fangyuanshan');
  const { page } = chief;
  const step = stepsOf(t, [chief]);
  const row = (platform: string, title: string) =>
    page.getByRole('row').filter({ hasText: platform }).filter({ hasText: title });
  const arrivedOf = (title: string): number => receiver.received.filter(({ sent }) => sent.body.includes(title)).length;
  let stories: Line[] = [];

  await step('an address that is none is said to be so; a letter asks back, and only its button confirms', async () => {
    const { page: phone } = reader;
    await phone.goto(product.address);
    await phone.getByRole('contentinfo').getByRole('link', { name: '订阅' }).click();
    await phone.getByRole('heading', { level: 1, name: '订阅' }).waitFor();
    await reader.picture('subscribe');
    await phone.getByLabel('邮箱').fill('wang@');
    await phone.getByLabel('有新的就寄').check();
    await phone.getByRole('button', { name: '订', exact: true }).click();
    await phone.getByRole('alert').first().waitFor();
    await reader.picture('no-address');
    assert.ok(await phone.getByLabel('有新的就寄').isChecked(), 'what was chosen stays');
    await phone.getByLabel('邮箱').fill(address);
    await phone.getByRole('button', { name: '订', exact: true }).click();
    await phone.getByText('信寄出去了。', { exact: false }).waitFor();
    await reader.picture('asked');

    const letter = await letterTo(product, address, '请确认');
    const link = /http\S+\/subscribe\/confirm\/\S+/.exec(letter.text ?? '')?.[0];
    assert.ok(link && letter.html?.includes(link), letter.text);
    await openLetter(reader, letter);
    await reader.picture('letter-asks');
    await phone.goto(link);
    await reader.picture('confirm');
    await phone.getByRole('button', { name: '确认' }).click();
    await phone.getByText('订上了。').waitFor();
    await reader.picture('confirmed');
  });

  await step('what a receiver refuses is found by the operator, with the reason and what to do', async () => {
    const { items } = await product.ask<{ items: Channel[] }>(chief.account, '/channels');
    for (const name of platforms)
      await product.send(product.holder('administrator'), '/channels', {
        name,
        placeId: items.find((one) => one.name === '清溪邮报')?.placeId,
        sectionIds: null,
        language: null,
        isOn: true,
        pauseSeconds: 0,
        dailyLimit: null,
        keeperId: null,
        settings: { kind: 'webhook', address: receiver.address },
      });
    receiver.answer = (response) => void response.writeHead(403).end();
    stories = (
      await product.ask<{ items: Line[] }>(chief.account, '/stories?state=final_review&language=zh-CN&limit=2')
    ).items;
    assert.equal(stories.length, 2);
    for (const { title } of stories) {
      await fromMyWork(chief, title);
      await sign(chief, /用演示密钥签字，发布/);
    }
    await until(() => receiver.received.length >= 4);
    await chief.open('/channels');
    await page.getByRole('link', { name: '2 份没送到' }).first().waitFor();
    await chief.picture('channels', { narrow: true });
    await chief.open('/copies?state=failed');
    for (const { title } of stories)
      for (const name of platforms) await row(name, title).getByText('对方不认我们：密钥对吗').waitFor();
    await row(platforms[0], stories[0]?.title ?? '')
      .getByText('去“渠道”里换密钥，交给对方，再送一次。')
      .waitFor();
    await chief.picture('failed', { narrow: true });
    await chief.open('/notices');
    await page.getByText('有一份没有发出去，程序不会再自己试了。', { exact: false }).first().waitFor();
    await chief.picture('told');
  });

  const [one, other] = [(): string => stories[0]?.title ?? '', (): string => stories[1]?.title ?? ''];

  await step(
    'one is sent again and arrives; another is given up, and both are said where the story stands',
    async () => {
      receiver.answer = (response) => void response.writeHead(204).end();
      const before = arrivedOf(one());
      await chief.open('/copies?state=failed');
      await row(platforms[1], one()).getByRole('button', { name: '再送一次' }).click();
      await page.getByText('排上了，马上去送。').waitFor();
      await until(() => arrivedOf(one()) > before);
      await row(platforms[1], one()).waitFor({ state: 'detached' });
      await row(platforms[1], other()).getByRole('checkbox').check();
      await page.getByRole('region', { name: '选中的怎么办' }).getByRole('button', { name: '放下' }).click();
      const dialog = page.getByRole('dialog', { name: '放下' });
      await dialog.getByText('1 条都可以。').waitFor();
      await chief.picture('give-up', { narrow: true });
      await dialog.getByRole('button', { name: '办这 1 条' }).click();
      await page.getByText('放下：1 条办好了。').waitFor();
      await page.goto(`${product.address}/console/stories/${stories[1]?.id}`);
      const copy = page.getByRole('article', { name: new RegExp(platforms[1]) });
      await copy.getByText('不发了').first().waitFor();
      await copy.getByText('怎么送的').click();
      await copy
        .getByText(/送\s*没成/)
        .first()
        .waitFor();
      await chief.picture('where-it-stands', { narrow: true });
    },
  );

  await step('what is left of a channel is sent again as one, and all of it arrives', async () => {
    await chief.open('/channels');
    await page.getByRole('row').filter({ hasText: platforms[0] }).getByRole('link', { name: '2 份没送到' }).click();
    await page.getByRole('button', { name: '都再送一次' }).waitFor();
    await chief.picture('sweep', { narrow: true });
    const before = receiver.received.length;
    await page.getByRole('button', { name: '都再送一次' }).click();
    await page.getByText('2 份排上了。').waitFor();
    await until(() => receiver.received.length === before + 2);
    // Nobody pressed anything: the list hears that they are gone.
    await page.getByText('没有符合').first().waitFor();
    await chief.picture('nothing-left');
  });

  await step('the reader has the stories as letters, and one press in a letter ends them', async () => {
    const { page: phone } = reader;
    for (const { title } of stories) {
      const letter = await letterTo(product, address, title);
      assert.ok(letter.headers.some(({ key }) => key === 'list-unsubscribe'));
    }
    const letter = await letterTo(product, address, other());
    await openLetter(reader, letter);
    await reader.picture('letter');
    await phone.getByRole('link', { name: '改内容或者不再订' }).click();
    await phone.getByRole('heading', { name: '您订的邮件' }).waitFor();
    await reader.picture('choices');
    await phone.getByRole('button', { name: '不再订了' }).click();
    await phone.getByText('不再寄了，您的邮箱已经删掉。').waitFor();
    await reader.picture('left');
    assert.equal((await lettersTo(product, address)).length, 3);
  });

  assert.deepEqual(chief.complaints, []);
  // The browser names the answer to the address that was none; a letter lies nowhere, and may load no picture of this machine there.
  assert.deepEqual(
    reader.complaints.filter((said) => !/status of 422|origin 'null'|ERR_FAILED/.test(said)),
    [],
  );
});

/** A letter as its reader's mail program shows it. */
async function openLetter({ page }: Reader, { html }: { readonly html?: string | undefined }): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(html ?? '');
}
