import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { Office } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import { freshTotp } from './support/totp.ts';

interface Story {
  readonly state: string;
}
interface AxNode {
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

const headline = '凌晨两点和面，枫林的挂面要看天收';

test('by keyboard alone an editor signs in, opens what waits, reads it, stumbles over a return and signs', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'story-by-keyboard');
  const editor = await office.seat('zhouyan');
  const { page } = editor;
  const line = await editor.context.newCDPSession(page);
  await line.send('Accessibility.enable');
  const { keyboard } = page;
  // Each step stands on the one before it: the first that fails ends the journey.
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    let done = false;
    await t.test(name, async () => {
      await work();
      done = true;
    });
    assert.ok(done, name);
  };

  await step('sign in: name, password, code; then the page’s heading holds the focus', async () => {
    await editor.open('/');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await tabTo(page, 'textbox "登录名"');
    await keyboard.type(editor.account.login);
    await tabTo(page, 'textbox "密码"');
    await keyboard.type(editor.account.password);
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "六位数字"');
    await keyboard.type(await freshTotp(editor.account.totpSecret));
    await keyboard.press('Enter');
    await focusOn(page, 'heading "我的活" [level=1]');
  });

  await step('open the waiting story: the heading of the review holds the focus, the text can be read on', async () => {
    await tabTo(page, `link "${headline}"`);
    await keyboard.press('Enter');
    await focusOn(page, 'heading "一审" [level=1]');
    const seen = await page.getByRole('main').ariaSnapshot();
    assert.match(seen, new RegExp(`heading "${headline}" \\[level=2\\]`));
    assert.match(seen, /list "签字"/);
    await editor.picture('review');
  });

  await step('a return without a reason: the field is named as wrong, says why, and holds the focus', async () => {
    await tabTo(page, 'button "退回"');
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "哪里要改，怎么改"');
    // A dialog that is still growing takes the focus back once it stands.
    await page.waitForFunction(() => document.querySelector('[class*="ant-zoom"]') === null);
    await tabTo(page, 'button "签名退回"');
    await keyboard.press('Enter');
    await focusOn(page, 'textbox "哪里要改，怎么改"');
    // The words come into the tree a frame after the mark.
    let wrong: Awaited<ReturnType<typeof tree>>[number] | undefined;
    for (let looks = 0; looks < 100 && !wrong?.description?.value; looks += 1) {
      await page.waitForTimeout(looks === 0 ? 0 : 50);
      wrong = (await tree(line)).find((node) => node.name?.value === '哪里要改，怎么改' && isWrong(node));
    }
    assert.ok(wrong, 'the field is marked as invalid in the accessibility tree');
    assert.match(String(wrong.description?.value), /请写一句，对方才知道怎么改。/);
    await editor.picture('reason-missing');
    await keyboard.press('Escape');
    await focusOn(page, 'button "退回"');
  });

  await step(
    'sign: it is said aloud, the next text that waits opens, and the focus begins at its heading',
    async () => {
      await tabTo(page, 'button "用演示钥匙签字，交二审"');
      await keyboard.press('Enter');
      const said = page.getByRole('alert').filter({ hasText: '签好了。' });
      await said.waitFor();
      const spoken = (await tree(line)).some((node) => (node.name?.value ?? '').includes('签好了。'));
      assert.ok(spoken, 'the status stands in the accessibility tree');
      await focusOn(page, 'heading "一校" [level=1]');
      await editor.picture('signed');
    },
  );

  await step(
    'shortcuts: the palette leads to the stories, j and Enter into one, its heading holds the focus',
    async () => {
      await keyboard.press('Control+k');
      await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor();
      await keyboard.type('稿件');
      await page.getByRole('option', { name: /稿件/ }).first().waitFor();
      await keyboard.press('Enter');
      await focusOn(page, 'heading "稿件" [level=1]');
      await page.getByRole('row').nth(1).waitFor();
      await keyboard.press('j');
      const title = await page.getByRole('row').nth(1).getByRole('link').first().innerText();
      await keyboard.press('Enter');
      await focusOn(page, `heading "${title}" [level=1]`);
      const id = page.url().split('/').at(-1) ?? '';
      assert.ok((await product.ask<Story>(editor.account, `/stories/${id}`)).state);
    },
  );
  assert.deepEqual(editor.complaints, []);
});

/** Presses Tab until the thing of this role and name holds the focus. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).includes(what)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${what}; the focus is on ${await focused(page)}`);
}

/** Waits until the focus is where it should be. */
async function focusOn(page: Page, what: string): Promise<void> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    if ((await focused(page)).includes(what)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`the focus should be on ${what}; it is on ${await focused(page)}`);
}

/** What holds the focus, as the accessibility tree names it: `button "签字"`. */
async function focused(page: Page): Promise<string> {
  const here = page.locator(':focus');
  return (await here.count()) === 0 ? 'nothing' : here.first().ariaSnapshot();
}

async function tree(line: CDPSession): Promise<readonly AxNode[]> {
  return (await line.send('Accessibility.getFullAXTree')).nodes;
}

const isWrong = (node: AxNode): boolean =>
  node.properties?.some((one) => one.name === 'invalid' && one.value.value === 'true') ?? false;
