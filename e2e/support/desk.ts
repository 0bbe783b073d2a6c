import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { accessFaults } from './access-faults.ts';
import { launchChromium } from './chromium.ts';
import { keepPicture } from './keep-picture.ts';
import type { DemoAccount, Product } from './product.ts';
import { freshTotp } from './totp.ts';

const output = resolve(import.meta.dirname, '../output');

/** An office: one browser in which each colleague has a window of their own, signed in as nobody else. */
export class Office implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #product: Product;
  readonly #name: string;
  #pictures = 0;
  private constructor(browser: Browser, product: Product, name: string) {
    this.#browser = browser;
    this.#product = product;
    this.#name = name;
  }

  /** Opens the office; its pictures begin with this name. */
  static async open(product: Product, name: string): Promise<Office> {
    return new Office(await launchChromium(), product, name);
  }

  /** A colleague with a window, before the sign-in. */
  async seat(login: string, language: 'zh-CN' | 'en' = 'zh-CN', size: 'desk' | 'phone' = 'desk'): Promise<Colleague> {
    const context = await this.#browser.newContext({
      viewport: size === 'phone' ? { width: 360, height: 780 } : { width: 1280, height: 900 },
      locale: language,
      timezoneId: 'Asia/Shanghai',
      // A menu that is still unfolding is missed by a click under load.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(90_000);
    // A small screen is led to the light phone entry until its holder chooses the console.
    if (size === 'phone') await context.addInitScript(() => localStorage.setItem('xiangyin.entry', 'full'));
    // Otherwise the console takes the language that the demonstration's person prefers.
    if (language === 'en') await context.addInitScript(() => localStorage.setItem('xiangyin.language', 'en'));
    const page = await context.newPage();
    return new Colleague(this.#product.account(login), this.#product.address, context, page, (step) =>
      this.#pictureOf(step, login),
    );
  }

  /** A colleague at their desk: signed in with password and code, on the page that shows their work. */
  async colleague(login: string): Promise<Colleague> {
    const one = await this.seat(login);
    await one.signIn();
    return one;
  }

  #pictureOf(step: string, who: string): string {
    this.#pictures += 1;
    return resolve(output, `${this.#name}-${String(this.#pictures).padStart(2, '0')}-${step}-${who}.jpg`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}

const expected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/;

/** One person before a screen at a desk. */
export class Colleague {
  readonly account: DemoAccount;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #address: string;
  readonly #pictureOf: (step: string) => string;
  /** What the browser complained of: refused scripts and styles, errors of the page. Answers that refuse are expected here and there, and requests into a line that a journey has cut. */
  readonly complaints: string[] = [];

  constructor(
    account: DemoAccount,
    address: string,
    context: BrowserContext,
    page: Page,
    pictureOf: (step: string) => string,
  ) {
    this.account = account;
    this.#address = address;
    this.context = context;
    this.page = page;
    this.#pictureOf = pictureOf;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) this.complaints.push(message.text());
    });
  }

  /** Opens a page of the console (`/stories`) or, with `site`, of the public site. */
  async open(path: string, { site = false }: { site?: boolean } = {}): Promise<void> {
    await this.page.goto(this.#address + (site ? '' : '/console') + path);
  }

  /** Fills in the door: password, then the code of the authenticator where it is asked. */
  async signIn(): Promise<void> {
    await this.open('/');
    await this.giveProofs();
    await this.page.getByRole('heading', { level: 1, name: /^(我的活|My work)$/ }).waitFor();
  }

  /** Comes in, with English words, by the demonstration's page of people, which says this name: an app's codes, each taken once, are kept for the door itself. */
  async stepIn(name: string): Promise<void> {
    await this.open('/en/demonstration/people', { site: true });
    await this.page.getByRole('button', { name: `Be ${name}` }).click();
    await this.page.getByRole('heading', { name: 'My work' }).waitFor();
  }

  /** Fills in whatever asks who it is, at the door or over a page: as this colleague, or as somebody else who stands here. */
  async giveProofs(account: DemoAccount = this.account): Promise<void> {
    const { page } = this;
    await page.getByLabel(/^(登录名|Sign-in name)$/).fill(account.login);
    await page.getByLabel(/^(密码|Password)$/).fill(account.password);
    await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
    if (!account.totpSecret) return;
    await page.getByLabel(/^(六位数字|Six digits)$/).fill(await freshTotp(account.totpSecret));
    await page.getByRole('button', { name: /^(继续|Continue)$/ }).click();
  }

  /** Keeps a picture of the whole page; at the desk's size and, when asked, at a phone's. */
  async picture(step: string, { narrow = false }: { narrow?: boolean } = {}): Promise<void> {
    await mkdir(output, { recursive: true });
    // What sticks to the edge of the window would otherwise stand in the middle of the picture.
    await this.page.evaluate(() => scrollTo(0, 0));
    // A dialog that is still opening shows nothing to whoever looks; what turns without end is not waited for.
    await this.page.evaluate(() =>
      Promise.race([
        Promise.allSettled(document.getAnimations().map((one) => one.finished)),
        new Promise((done) => setTimeout(done, 600)),
      ]),
    );
    await keepPicture(this.page, this.#pictureOf(step));
    if (!narrow) return;
    await this.page.setViewportSize({ width: 360, height: 780 });
    await keepPicture(this.page, this.#pictureOf(`${step}-360`));
    await this.page.setViewportSize({ width: 1280, height: 900 });
  }

  /** Looks for faults of the page as it stands that keep somebody out; they join the complaints. */
  async checkAccess(place: string): Promise<void> {
    this.complaints.push(...(await accessFaults(this.page, place)));
  }

  /** Chooses an entry of one of the console's choosers. */
  async choose(field: Locator, entry: string | RegExp): Promise<void> {
    await field.click();
    await this.page.locator('.ant-select-dropdown:visible').getByText(entry, { exact: true }).first().click();
  }

  /** Gives this window a passkey device that recognises its owner, as a laptop with a fingerprint reader. */
  async plugInPasskeyDevice(): Promise<CDPSession> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return session;
  }
}
