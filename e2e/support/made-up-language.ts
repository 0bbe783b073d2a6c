import type { BrowserContext, Page } from 'playwright-core';
import { dataIn, pseudoScript, untranslatedAmong } from '../../site/testing/pseudo-words.ts';

// As the console pairs its words (kit/texts.ts `bilingual`), and as the phone entry chooses one (kit/language.ts `say`), in the scripts that are served.
const pairs = /\(\{"zh-CN":([\w$]+),en:([\w$]+)\}\)/g;
const choice = /\(([\w$.()]+===`en`\?)([\w$]+):([\w$]+)\)\[([\w$]+)\]/g;

/** A window whose English is a third language, made out of it while its scripts come in: longer, and marked at both ends. */
export class MadeUpLanguage {
  readonly #texts = new Set<string>();
  /** How many scripts had words in them: none would mean that nothing was looked at. */
  turned = 0;

  /** From now on scripts come in that language, and what the API says is noted: it is data. */
  static async speakIn(context: BrowserContext): Promise<MadeUpLanguage> {
    const language = new MadeUpLanguage();
    await context.addInitScript({ content: pseudoScript() });
    // Scripts that a phone keeps for later come past this.
    await context.addInitScript(() => {
      if ('serviceWorker' in navigator) navigator.serviceWorker.register = () => new Promise(() => undefined);
    });
    await context.route(/\/console\/.*\.js$/, async (route) => {
      const answer = await route.fetch();
      const source = await answer.text();
      const body = source
        .replaceAll(pairs, '({"zh-CN":$1,en:globalThis.madeUp($2)})')
        .replaceAll(choice, 'globalThis.madeUp(($1$2:$3)[$4])');
      if (body !== source) language.turned += 1;
      await route.fulfill({ response: answer, body });
    });
    context.on('response', (answer) => {
      if (answer.url().includes('/api/'))
        void answer
          .json()
          .then((said: unknown) => dataIn(said).forEach((one) => language.#texts.add(one)))
          .catch(() => undefined);
    });
    return language;
  }

  /** What of this page nobody translated, and by how much it is too wide on a phone and on a desk. */
  async faultsOf(page: Page): Promise<string[]> {
    const pieces = await page.evaluate(readPieces);
    const data = [...this.#texts].toSorted((one, other) => other.length - one.length);
    const faults = untranslatedAmong(pieces, data).map((piece) => `not translated: ${piece}`);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${wide} px too wide at ${width}`);
    }
    return faults;
  }
}

// In the page: every text and every label that can be seen or heard.
function readPieces(): string[] {
  const pieces: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (parentElement?.closest('script, noscript, style, svg, canvas, kbd, [lang="zh-CN"], [contenteditable="true"]'))
      continue;
    if (nodeValue?.trim()) pieces.push(nodeValue.trim());
  }
  // The icons of Ant Design call themselves by their names, and stand beside words.
  for (const one of document.querySelectorAll(':is([aria-label], [title], [placeholder], [alt]):not(.anticon)'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const said = one.getAttribute(name)?.trim();
      if (said) pieces.push(said);
    }
  return pieces;
}
