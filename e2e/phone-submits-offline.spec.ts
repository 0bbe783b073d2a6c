import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { drawPicture } from './support/draw-picture.ts';
import { Phone, signInOnPhone } from './support/phone.ts';
import { startProduct } from './support/product.ts';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly textHash: string;
  readonly text: {
    readonly body: {
      readonly content: readonly {
        readonly type: string;
        readonly attrs?: { readonly alt: string; readonly hash: string; readonly credit: string };
      }[];
    };
  };
}

interface SentAttachment {
  readonly state: string;
  readonly arrived: number;
  readonly bytes: number;
  readonly material: { readonly id: string; readonly kind: string } | null;
}

interface Sample {
  readonly language: string;
  readonly section: { readonly id: string };
  readonly places: readonly { readonly id: string }[];
  readonly text: object;
}

const title = '桥头的路灯修好了，晚上走路不用打手电';
const words = [
  '柳河桥头两盏灯坏了半个月，今天傍晚换上了新的。',
  '换灯的师傅说，旧灯座进了水，这次一并换了防水的。要报修的打13800001234。',
];
const phoneBudgetBytes = 120 * 1024;

test('a correspondent hands a story in from a village with a bad line, and it arrives once', async (t) => {
  await using product = await startProduct({ paths: ['/console/phone/'] });
  await using phone = await Phone.make();
  const correspondent = product.holder('correspondent');

  await t.test('the first load is small, also for 200 kbit/s', async () => {
    await phone.onSlowLine();
    const loaded = await measureFirstLoad(phone, `${product.address}/console/phone/`);
    t.diagnostic(`first load ${Math.round(loaded.bytes / 1024)} KB in ${loaded.milliseconds} ms at 200 kbit/s`);
    assert.ok(loaded.bytes <= phoneBudgetBytes, `${loaded.bytes} bytes`);
    await phone.screenshot('phone-sign-in');
    await signInOnPhone(phone.page, correspondent);
    await phone.page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  });

  await t.test('writing goes on when the session ends, and nothing typed is lost', async () => {
    const { page, context } = phone;
    await page.getByRole('link', { name: '写稿' }).click();
    await page.getByRole('link', { name: '写一篇' }).click();
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('栏目').locator('option').first().waitFor({ state: 'attached' });
    await context.clearCookies();
    await page.getByLabel('正文，一段一行').fill(words.join('\n'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('dialog', { name: '请再登录一次' }).waitFor();
    await phone.screenshot('phone-signed-out-while-writing');
    await signInOnPhone(page, correspondent);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('标题').inputValue(), title);
    assert.equal(await page.getByLabel('正文，一段一行').inputValue(), words.join('\n'));
  });

  await t.test('without a line the story waits on the phone, also when the browser is closed', async () => {
    const { page } = phone;
    await phone.onSlowLine({ cut: true });
    await page
      .locator('input[accept^=image]')
      .setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: drawPicture(2_400, 1_600) });
    await page.getByLabel('图上有什么（说给看不见的人）').waitFor();
    await page.getByRole('button', { name: '说给编辑部听（录音）' }).click();
    const stop = page.getByRole('button', { name: /正在录 0:0[2-9]/ });
    await stop.waitFor();
    assert.equal(await page.getByRole('button', { name: '正在录音', exact: true }).isDisabled(), true);
    await stop.click();
    await page.getByText(/^录音 0:0\d$/).waitFor();
    await phone.screenshot('phone-voice-note');
    await page.getByRole('button', { name: '交稿' }).click();
    await page.getByRole('alert').getByRole('button', { name: '说说图上有什么' }).click();
    await page.keyboard.type('桥头新换的路灯亮着，一个人推车走过');
    await page.getByText('署名、同意、人工智能（可以不填）').click();
    await page.getByLabel('谁拍的、谁做的').fill('陈溪');
    await page.getByLabel('口头同意登出来的人（名字用顿号隔开）').fill('王桂英、周大爷');
    await page.getByLabel('人工智能').selectOption('用人工智能改过');
    await phone.screenshot('phone-said-of-a-picture');
    await page.getByRole('button', { name: '交稿' }).click();
    const question = page.getByRole('dialog', { name: '有个人信息，是要公开的吗？' });
    await question.getByText('13800001234').waitFor();
    await phone.screenshot('phone-personal-data');
    await question.getByRole('button', { name: '要公开，交稿' }).click();
    await page.getByText('有 1 件记在手机里').waitFor();
    await phone.screenshot('phone-one-thing-to-be-sent');
    await phone.switchOff();
    await phone.switchOn({ offline: true });
    await phone.page.goto(`${product.address}/console/phone/stories`);
    await phone.page.getByText('有 1 件记在手机里').waitFor();
    await phone.page.getByText(title).waitFor();
    assert.equal((await storiesCalled(title)).length, 0);
  });

  await t.test('the line comes and goes, answers are lost on the way, and the story arrives exactly once', async () => {
    const { page, context } = phone;
    const lost = new Set<string>();
    // The server has done it; its answer does not come back: once for each step.
    await context.route(/\/api\/v1\/(files|stories|stories\/[^/]+\/(submissions|voice-notes))$/, async (route) => {
      const step = `${route.request().method()} ${new URL(route.request().url()).pathname.replace(/[0-9a-f-]{36}/, ':id')}`;
      if (route.request().method() !== 'POST' || lost.has(step)) return route.continue();
      lost.add(step);
      await route.fetch();
      return route.abort('connectionreset');
    });
    await context.setOffline(false);
    await phone.onSlowLine();
    await page
      .getByText('还没送出的', { exact: true })
      .or(page.getByRole('link', { name: '看看还没送出的' }))
      .first()
      .click();
    for (let tries = 0; tries < 90 && (await page.getByText('都送出去了。').count()) === 0; tries++) {
      // Three drop-outs, whatever the machine has to do besides: after them a slow line is enough.
      if ([2, 7, 12].includes(tries)) await dropOut(phone);
      const now = page.getByRole('button', { name: '现在就送' });
      if (await now.isVisible()) await now.click();
      await page.waitForTimeout(1_000);
    }
    await page.getByText('都送出去了。').waitFor();
    assert.deepEqual([...lost].toSorted(), [
      'POST /api/v1/files',
      'POST /api/v1/stories',
      'POST /api/v1/stories/:id/submissions',
      'POST /api/v1/stories/:id/voice-notes',
    ]);
    const stories = await storiesCalled(title);
    assert.equal(stories.length, 1);
    assert.equal(stories[0]?.state, 'first_review');
    const story = await readOnPhone<Story>(phone, `/stories/${stories[0]?.id}`);
    assert.deepEqual(
      story.text.body.content.map((block) => block.attrs?.alt ?? block.type),
      ['paragraph', 'paragraph', '桥头新换的路灯亮着，一个人推车走过'],
    );
    const picture = story.text.body.content[2]?.attrs;
    assert.equal(picture?.credit, '陈溪');
    const stored = await readOnPhone<{ machine: string; credit: string }>(phone, `/pictures/${picture?.hash}`);
    assert.deepEqual([stored.machine, stored.credit], ['changed', '陈溪']);
    const consents = await readOnPhone<{ items: { givenBy: string; way: string }[] }>(
      phone,
      `/pictures/${picture?.hash}/consents`,
    );
    assert.deepEqual(
      consents.items.map(({ givenBy, way }) => `${givenBy} ${way}`),
      ['王桂英 voice', '周大爷 voice'],
    );
    const voices = await readOnPhone<{ items: { id: string; seconds: number; bytes: number }[] }>(
      phone,
      `/stories/${story.id}/voice-notes`,
    );
    assert.equal(voices.items.length, 1);
    assert.ok((voices.items[0]?.seconds ?? 0) >= 2 && (voices.items[0]?.bytes ?? 0) > 1_000, JSON.stringify(voices));
    await page.goto(`${product.address}/console/phone/stories/${story.id}`);
    await page.getByRole('button', { name: /的录音（0:0\d）/ }).click();
    const heard = await page.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      await audio.play();
      audio.pause();
      return audio.error?.code ?? 'plays';
    });
    assert.equal(heard, 'plays');
    await page.goto(`${product.address}/console/phone/stories`);
    await page.getByText('等一审').first().waitFor();
    await phone.screenshot('phone-story-arrived');
  });

  await t.test(
    'a film and a document follow their text over a bad line and a closed browser, and arrive whole',
    async () => {
      const { page } = phone;
      await phone.onSlowLine();
      await page.goto(`${product.address}/console/phone/drafts/new`);
      await page.getByLabel('标题').fill('河水漫过了老桥');
      await page.getByLabel('正文，一段一行').fill('早上七点，河水漫过老桥的桥面。');
      await page.getByLabel('栏目').locator('option').first().waitFor({ state: 'attached' });
      const attachment = aFilm(700_000);
      await page
        .locator('input[accept^=video]')
        .setInputFiles({ name: 'flood.mp4', mimeType: 'video/mp4', buffer: attachment });
      await page.getByText(/^视频 · .*684 KB$/).waitFor();
      await page.locator('input[accept*=pdf]').setInputFiles({
        name: '防汛通知.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n'.padEnd(2_000)),
      });
      await page.getByText(/^防汛通知\.pdf · /).waitFor();
      await phone.screenshot('phone-attachment-in-draft');
      await page.getByRole('button', { name: '交稿' }).click();
      await page.getByText(/^附件传了 [1-9]\d?%/).waitFor();
      await phone.screenshot('phone-attachment-under-way');
      // The desk reads already.
      const [story] = await storiesCalled('河水漫过了老桥');
      assert.equal(story?.state, 'first_review');
      const attachmentsOf = () =>
        product.ask<{ items: SentAttachment[] }>(product.holder('editor'), `/stories/${story?.id}/attachments`);
      const before = (await attachmentsOf()).items[0];
      assert.deepEqual([before?.state, before?.bytes], ['coming', attachment.length]);
      assert.ok((before?.arrived ?? 0) > 0);
      await phone.onSlowLine({ cut: true });
      await page.waitForTimeout(1_500);
      await phone.switchOff();
      await phone.switchOn();
      await phone.page.goto(`${product.address}/console/phone/outbox`);
      await phone.page.getByText('都送出去了。').waitFor();
      const [sent, ...others] = (await attachmentsOf()).items;
      assert.deepEqual(
        [
          sent?.state,
          sent?.arrived,
          sent?.material?.kind,
          others.map(({ state, material }) => [state, material?.kind]),
        ],
        ['here', attachment.length, 'video', [['here', 'document']]],
      );
      const whole = await fetch(`${product.address}/api/v1/materials/${sent?.material?.id}/original`, {
        headers: { authorization: `Bearer ${product.holder('editor').token}` },
      });
      assert.ok(Buffer.from(await whole.arrayBuffer()).equals(attachment), 'every byte arrived in its place');
    },
  );

  await t.test('a long list goes on where the line broke, and keeps its place when a story was opened', async () => {
    const { page } = phone;
    const [sample] = await storiesCalled(title);
    const like = await product.ask<Sample>(correspondent, `/stories/${sample?.id}`);
    for (let at = 1; at <= 32; at += 1)
      await product.send(correspondent, '/stories', {
        language: like.language,
        sectionId: like.section.id,
        placeIds: like.places.map(({ id }) => id),
        text: { ...like.text, title: `河边见闻之${at}` },
      });
    await page.goto(`${product.address}/console/phone/stories`);
    const rows = page.locator('.part:last-of-type ul.rows > li');
    await page.getByText('河边见闻之32').waitFor();
    assert.equal(await rows.count(), 30);
    await phone.onSlowLine({ cut: true });
    await page.getByRole('button', { name: '再早一些的' }).click();
    const again = page.getByRole('button', { name: '再试一次' });
    await again.waitFor();
    const [button, tabs] = [await again.boundingBox(), await page.locator('.tabs').boundingBox()];
    assert.ok(button && tabs && button.y + button.height <= tabs.y, 'the way to try again lies under the tabs');
    await phone.screenshot('phone-list-without-line');
    await phone.onSlowLine();
    const first = page.getByText('河边见闻之1', { exact: true });
    await first.waitFor();
    const long = await rows.count();
    assert.ok(long > 30, String(long));
    await first.click();
    await page.getByRole('button', { name: '返回' }).waitFor();
    await page.goBack();
    await first.waitFor();
    assert.equal(await rows.count(), long);
    const { y } = (await first.boundingBox()) ?? { y: -1 };
    assert.ok(y >= 0 && y <= 800, `the opened row stands at ${y}`);
    await phone.screenshot('phone-long-list');
  });

  async function storiesCalled(name: string): Promise<Story[]> {
    const { items } = await product.ask<{ items: Story[] }>(correspondent, '/stories?mine=true&limit=100');
    return items.filter((story) => story.title === name);
  }
});

/** The beginning of what a telephone films, with as many bytes behind it that stand nowhere else. */
const aFilm = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1'), randomBytes(bytes - 16)]);

/** Asks the API with the session of the phone. */
const readOnPhone = <T>(phone: Phone, path: string): Promise<T> =>
  phone.page.evaluate(async (address) => (await fetch(address)).json() as Promise<T>, `/api/v1${path}`);

async function dropOut(phone: Phone): Promise<void> {
  await phone.onSlowLine({ cut: true });
  await phone.page.waitForTimeout(1_500);
  await phone.onSlowLine();
}

/** Bytes as they came over the line, headers left out, until the sign-in can be used. */
async function measureFirstLoad(phone: Phone, address: string): Promise<{ bytes: number; milliseconds: number }> {
  const line = await phone.context.newCDPSession(phone.page);
  await line.send('Network.enable');
  let bytes = 0;
  line.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  const began = performance.now();
  await phone.page.goto(address);
  await phone.page.locator('input[name=login]').waitFor();
  const milliseconds = Math.round(performance.now() - began);
  await phone.page.waitForLoadState('networkidle');
  return { bytes, milliseconds };
}
