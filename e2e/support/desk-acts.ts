import assert from 'node:assert/strict';
import type { Colleague } from './desk.ts';

/** Opens what waits, from the page that says what waits. */
export async function fromMyWork(person: Colleague, title: string): Promise<void> {
  await person.open('/');
  await person.page.getByRole('link', { name: title }).first().click();
  await person.page.getByText('要签的文字指纹').waitFor();
}

/** Presses the one button of a reviewer and waits until it is said to be done. */
export async function sign(person: Colleague, name: string | RegExp): Promise<void> {
  // A trembling finger clicks twice: it counts once, and nothing is refused.
  await person.page.getByRole('button', { name }).dblclick();
  await person.page.getByText(/^签好了/).waitFor();
  assert.equal(await person.page.getByText('这一审已经签过了').count(), 0);
}

/** Selects words where they stand in a text that is read. */
export async function select({ page }: Colleague, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || !node.parentElement?.closest('.story-text')) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
  }, words);
}

/** Sets other words in the first paragraph: `count` characters from `at` are replaced. */
export async function changeWord(person: Colleague, at: number, count: number, words: string): Promise<void> {
  const { keyboard } = person.page;
  const body = person.page.getByRole('textbox', { name: '正文' });
  await body
    .locator('p')
    .first()
    .click({ position: { x: 4, y: 10 } });
  await keyboard.press('Home');
  for (let step = 0; step < at; step += 1) await keyboard.press('ArrowRight');
  for (let step = 0; step < count; step += 1) await keyboard.press('Shift+ArrowRight');
  // At once, as an input method gives them: stroke by stroke, a slow machine makes several steps of undoing out of one word.
  await keyboard.insertText(words);
  await person.page.getByText(/^已存(，停笔后记成一版|在旁边)/).waitFor();
}
