import type { Page, Request } from 'playwright-core';
import { dataIn, untranslatedAmong } from '../../languages/en-XA/untranslated.ts';

/** The folder of the language in `languages/`. */
export const madeUpTag = 'en-XA';

/** A page that asked for nothing for so long has all it wants. */
const stillMilliseconds = 300;

// Of Ant Design, which brings its own for each language, but for those of the small arrows at numbers.
const brought = ['Select date', 'Select time', 'Show', 'Clear', 'Increase Value', 'Decrease Value'];

/** A window that speaks the made-up language: longer than English, and marked at both ends. */
export class MadeUpLanguage {
  readonly #texts = new Set<string>();
  readonly #page: Page;
  readonly #underWay = new Set<Request>();
  #stirredAt = 0;
  /** How many texts were in the language: none would mean that nothing was looked at. */
  marked = 0;

  private constructor(page: Page) {
    this.#page = page;
    // The stream of what changed stays open.
    const counts = (request: Request): boolean => !request.url().endsWith('/live');
    const stirs = (request: Request, isUnderWay: boolean): void => {
      if (!counts(request)) return;
      this.#stirredAt = performance.now();
      if (isUnderWay) this.#underWay.add(request);
      else this.#underWay.delete(request);
    };
    page.on('request', (request) => stirs(request, true));
    page.on('requestfinished', (request) => stirs(request, false));
    page.on('requestfailed', (request) => stirs(request, false));
  }

  /** From now on what the API says is noted: it is data. */
  static async hearIn(page: Page): Promise<MadeUpLanguage> {
    const language = new MadeUpLanguage(page);
    const context = page.context();
    // What a phone keeps for later is not asked of the desk again.
    await context.addInitScript(() => {
      if ('serviceWorker' in navigator) navigator.serviceWorker.register = () => new Promise(() => undefined);
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

  /** Turns to a page of the program, whose scripts are there already, and waits until all it asked for has come. */
  async turnTo(path: string): Promise<void> {
    this.#stirredAt = performance.now();
    await this.#page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    while (this.#underWay.size > 0 || performance.now() - this.#stirredAt < stillMilliseconds)
      await this.#page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await this.#page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** What of the page nobody translated, by how much it is too wide on a phone and on a desk, and what is cut there. */
  async faults(): Promise<string[]> {
    const pieces = await this.#page.evaluate(readPieces);
    this.marked += pieces.filter((piece) => piece.includes('⟦')).length;
    const data = [...this.#texts, ...brought].toSorted((one, other) => other.length - one.length);
    const faults = untranslatedAmong(pieces, data).map((piece) => `not translated: ${piece}`);
    for (const width of [1280, 360]) {
      await this.#page.setViewportSize({ width, height: 800 });
      faults.push(...(await this.#page.evaluate(readWidths)).map((fault) => `${fault} at ${width} px`));
    }
    return faults;
  }
}

// In the page: how far it runs over its edge, and which of our words stand in something too small for them.
async function readWidths(): Promise<string[]> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const over = document.documentElement.scrollWidth - window.innerWidth;
  const isCut = (one: HTMLElement): boolean =>
    (one.scrollWidth > one.clientWidth + 1 || (one.matches('.brand *') && one.scrollHeight > one.clientHeight + 1)) &&
    one.clientWidth > 1 &&
    getComputedStyle(one).overflowX !== 'visible';
  // The county's name is data, and stands above every page.
  const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, summary, .ant-tag, .brand *')].filter(
    (one) => isCut(one) && (one.innerText.includes('⟦') || one.matches('.brand, .brand *')),
  );
  return [
    ...(over > 0 ? [`${over} px too wide`] : []),
    ...cut.map((one) => `cut: ${one.innerText.trim().slice(0, 60)}`),
  ];
}

// In the page: every text and every label that can be seen or heard.
function readPieces(): string[] {
  const pieces: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (parentElement?.closest('script, noscript, style, svg, canvas, kbd, [lang="zh-CN"], [contenteditable="true"]'))
      continue;
    if (parentElement?.closest('[translate]')?.getAttribute('translate') === 'no') continue;
    if (nodeValue?.trim()) pieces.push(nodeValue.trim());
  }
  // The icons of Ant Design call themselves by their names, and stand beside words.
  for (const one of document.querySelectorAll(':is([aria-label], [title], [placeholder], [alt]):not(.anticon)'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      if (one.getAttribute('translate') === 'no') continue;
      const said = one.getAttribute(name)?.trim();
      if (said) pieces.push(said);
    }
  return pieces;
}
