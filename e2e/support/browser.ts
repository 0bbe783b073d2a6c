import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { keepPicture } from './keep-picture.ts';

const pictures = join(import.meta.dirname, '..', 'output');

/** A person before a screen: one browser, one window. Every step may keep its picture under e2e/output. */
export class Reader implements AsyncDisposable {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: scripts refused, errors. A journey ends with none. */
  readonly complaints: string[] = [];
  #pictures = 0;
  readonly #name: string;

  private constructor(name: string, browser: Browser, context: BrowserContext, page: Page) {
    this.#name = name;
    this.browser = browser;
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens a window of the size of a phone (360 × 780) or a desk (1280 × 900). */
  static async open(
    name: string,
    options: { size: 'phone' | 'desk'; language?: 'zh-CN' | 'en'; javaScript?: boolean; graphics?: boolean },
  ): Promise<Reader> {
    const browser = await launchChromium(options);
    const viewport = options.size === 'phone' ? { width: 360, height: 780 } : { width: 1280, height: 900 };
    const context = await browser.newContext({
      viewport,
      locale: options.language ?? 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      javaScriptEnabled: options.javaScript ?? true,
    });
    context.setDefaultTimeout(90_000);
    return new Reader(`${name}-${options.size}`, browser, context, await context.newPage());
  }

  /** Keeps a picture of the whole page. */
  async picture(step: string): Promise<void> {
    await mkdir(pictures, { recursive: true });
    this.#pictures += 1;
    await keepPicture(
      this.page,
      join(pictures, `${this.#name}-${String(this.#pictures).padStart(2, '0')}-${step}.jpg`),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}
