import type { Page, Request } from 'playwright-core';
import { dataIn, pseudoScript, untranslatedAmong } from '../../site/testing/pseudo-words.ts';

// As the console pairs its words (kit/texts.ts `bilingual`), and as the phone entry chooses one (kit/language.ts `say`), in the scripts that are served.
const pairs = /\(\{name:([\w$]+),"zh-CN":([\w$]+),en:([\w$]+)\}\)/g;
const choice = /\(([\w$.()]+===`en`\?)([\w$]+):([\w$]+)\)\[([\w$]+)\]/g;

/** A page that asked for nothing for so long has all it wants. */
const stillMilliseconds = 300;

// A script is fetched and turned once, however many windows ask for it.
const turnedScripts = new Map<string, Promise<string>>();

// Of Ant Design, which brings its own for each language, but for those of the small arrows at numbers.
const brought = ['Select date', 'Select time', 'Show', 'Clear', 'Increase Value', 'Decrease Value'];

/** A window whose English is a third language, made out of it while its scripts come in: longer, and marked at both ends. */
export class MadeUpLanguage {
  readonly #texts = new Set<string>();
  readonly #page: Page;
  readonly #underWay = new Set<Request>();
  #stirredAt = 0;
  /** How many scripts had words in them: none would mean that nothing was looked at. */
  turned = 0;

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

  /** From now on scripts come in that language, and what the API says is noted: it is data. */
  static async speakIn(page: Page): Promise<MadeUpLanguage> {
    const language = new MadeUpLanguage(page);
    const context = page.context();
    await context.addInitScript({ content: pseudoScript() });
    // Scripts that a phone keeps for later come past this.
    await context.addInitScript(() => {
      if ('serviceWorker' in navigator) navigator.serviceWorker.register = () => new Promise(() => undefined);
    });
    await context.route(/\/console\/.*\.js$/, async (route) => {
      const address = route.request().url();
      const source = turnedScripts.get(address) ?? route.fetch().then(async (answer) => turn(await answer.text()));
      turnedScripts.set(address, source);
      const body = await source;
      if (body.includes('globalThis.madeUp(')) language.turned += 1;
      await route.fulfill({ contentType: 'text/javascript', body });
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

  /** What of the page nobody translated, and by how much it is too wide. */
  async faults(): Promise<string[]> {
    const pieces = await this.#page.evaluate(readPieces);
    const data = [...this.#texts, ...brought].toSorted((one, other) => other.length - one.length);
    const wide = await this.#page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [
      ...untranslatedAmong(pieces, data).map((piece) => `not translated: ${piece}`),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  }
}

const turn = (source: string): string =>
  source
    .replaceAll(pairs, '({name:$1,"zh-CN":$2,en:globalThis.madeUp($3)})')
    .replaceAll(choice, 'globalThis.madeUp(($1$2:$3)[$4])');

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
