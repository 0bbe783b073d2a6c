import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'playwright-core';

/** A node of the accessibility tree as the browser gives it to a screen reader. */
export interface AxNode {
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

const mostPresses = 120;

/** Presses Tab until the thing of this role and name holds the focus: `button "签字"`. */
export async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if ((await focused(page)).includes(what)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${what}; the focus is on ${await focused(page)}`);
}

/** Waits until the focus is where it should be. */
export async function focusOn(page: Page, what: string): Promise<void> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    if ((await focused(page)).includes(what)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`the focus should be on ${what}; it is on ${await focused(page)}`);
}

/** What holds the focus, as the accessibility tree names it. */
export async function focused(page: Page): Promise<string> {
  const here = page.locator(':focus');
  return (await here.count()) === 0 ? 'nothing' : here.first().ariaSnapshot();
}

/** The whole accessibility tree of a page. */
export async function tree(line: CDPSession): Promise<readonly AxNode[]> {
  return (await line.send('Accessibility.getFullAXTree')).nodes;
}

/** Whether a field is marked as wrong. */
export const isWrong = (node: AxNode): boolean =>
  node.properties?.some((one) => one.name === 'invalid' && one.value.value === 'true') ?? false;
