import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { journeyOptions } from './chromium.ts';
import type { DemoAccount } from './product.ts';
import { freshTotp } from './totp.ts';

const output = resolve(import.meta.dirname, '../output');

/** How a phone is held: language of the browser and light or dark. */
export interface PhoneWishes {
  readonly language?: 'zh-CN' | 'en';
  readonly dark?: boolean;
}

/** A phone of 360 × 800 with a storage of its own: it can be switched off and on again. */
export class Phone {
  readonly #folder: string;
  readonly #wishes: PhoneWishes;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #line: CDPSession | undefined;
  readonly #acts: string[] = [];
  private constructor(folder: string, wishes: PhoneWishes) {
    this.#folder = folder;
    this.#wishes = wishes;
  }

  /** A new phone, switched on. */
  static async make(wishes: PhoneWishes = {}): Promise<Phone> {
    const phone = new Phone(await mkdtemp(join(tmpdir(), 'xiangyin-phone-')), wishes);
    await phone.switchOn();
    return phone;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the phone is switched off');
    return this.#page;
  }
  get context(): BrowserContext {
    if (!this.#context) throw new Error('the phone is switched off');
    return this.#context;
  }

  /** Opens the browser on the phone's storage; `offline`: without a line from the first moment. */
  async switchOn({ offline = false }: { offline?: boolean } = {}): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      ...journeyOptions(),
      viewport: { width: 360, height: 800 },
      locale: this.#wishes.language ?? 'zh-CN',
      colorScheme: this.#wishes.dark ? 'dark' : 'light',
      isMobile: true,
      hasTouch: true,
      offline,
    });
    this.#context.setDefaultTimeout(90_000);
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#page
      .on('response', (answer) => {
        const request = answer.request();
        if (request.method() !== 'GET') this.#acts.push(`${request.method()} ${request.url()} ${answer.status()}`);
      })
      .on('requestfailed', (one) => this.#acts.push(`${one.method()} ${one.url()} ${one.failure()?.errorText}`))
      .on('pageerror', (error) => this.#acts.push(String(error)));
  }

  /** Does a part of a journey; when it fails, what this phone showed and sent last is told with it: from a machine far away no picture comes back. */
  async telling(work: () => Promise<void>): Promise<void> {
    await work().catch(async (error: unknown) => {
      const shown = await this.#page?.locator('body').innerText().catch(String);
      const told = `the phone showed:\n${shown?.slice(0, 1_500)}\nand sent:\n${this.#acts.slice(-15).join('\n')}`;
      throw new Error(told, { cause: error });
    });
  }

  /** Closes the browser in whatever it is doing. */
  async switchOff(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    this.#page = undefined;
    this.#line = undefined;
  }

  /** Holds the line of this page to 200 kbit/s each way with 300 ms there and back, as at the edge of a village; `cut`: no line at all. */
  async onSlowLine({ cut = false }: { cut?: boolean } = {}): Promise<void> {
    this.#line ??= await this.context.newCDPSession(this.page);
    await this.#line.send('Network.enable');
    await this.#line.send('Network.emulateNetworkConditions', {
      offline: cut,
      latency: 300,
      downloadThroughput: 25_000,
      uploadThroughput: 25_000,
    });
  }

  /** Keeps a picture of the screen among the run's output. */
  async screenshot(name: string): Promise<void> {
    await mkdir(output, { recursive: true });
    await this.page.screenshot({ path: join(output, `${name}.jpg`), type: 'jpeg', quality: 80 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.switchOff();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Fills in the sign-in that stands on the screen, with the second factor where it is asked. */
export async function signInOnPhone(page: Page, account: DemoAccount): Promise<void> {
  await page.locator('input[name=login]').fill(account.login);
  await page.locator('input[name=password]').fill(account.password);
  await page.locator('form button[type=submit]').click();
  await page.locator('input[name=login]').waitFor({ state: 'detached' });
  const second = page.locator('input[name=typed]');
  await page.waitForTimeout(300);
  if (!(await second.isVisible())) return;
  await second.fill(await freshTotp(account.totpSecret));
  await page.locator('dialog button[type=submit]').click();
  await second.waitFor({ state: 'detached' });
}
