import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Reader } from './support/browser.ts';
import { startProduct, type DemoAccount, type Product } from './support/product.ts';
import { freshTotp } from './support/totp.ts';

const password = 'the ferry leaves at half past six';

/** A desk with the console in English. */
async function openDesk(name: string, size: 'desk' | 'phone' = 'desk'): Promise<Reader> {
  const reader = await Reader.open(name, { size, language: 'en' });
  await reader.context.addInitScript(() => localStorage.setItem('xiangyin.language', 'en'));
  return reader;
}

/** Looks at the page as it stands: a picture, and nothing seriously wrong for those who do not see it. */
async function look(reader: Reader, step: string): Promise<void> {
  await reader.picture(step);
  const { violations } = await new AxeBuilder({ page: reader.page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    [],
    `${step} (${reader.page.url()})`,
  );
}

/** Types name, password and, where it is asked, the code, into whatever stands on the screen. */
async function signIn(page: Page, account: Pick<DemoAccount, 'login' | 'password' | 'totpSecret'>): Promise<void> {
  await page.getByLabel('Sign-in name').fill(account.login);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const code = page.getByLabel('Six digits');
  await code.waitFor();
  await code.fill(await freshTotp(account.totpSecret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await code.waitFor({ state: 'detached' });
}

const enter = async (reader: Reader, product: Product, account: DemoAccount, path = '/'): Promise<void> => {
  await reader.page.goto(`${product.address}/console${path}`);
  await signIn(reader.page, account);
};

/** A passkey in the machine itself, as Chromium's virtual authenticator holds one. */
async function addAuthenticator({ context, page }: Reader): Promise<void> {
  const line = await context.newCDPSession(page);
  await line.send('WebAuthn.enable');
  await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^My account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};

test('how people come in, and who lets them in', async (t) => {
  await using product = await startProduct();
  const chief = product.holder('chief-editor');
  const administrator = product.holder('administrator');

  await t.test('a chief editor adds a passkey, comes in with it, and ends a session elsewhere', async () => {
    await using reader = await openDesk('account-chief');
    const { page } = reader;
    await addAuthenticator(reader);
    await page.goto(`${product.address}/console/account`);
    await page.getByLabel('Sign-in name').waitFor();
    await look(reader, 'door');
    await signIn(page, chief);
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await look(reader, 'account');
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByLabel(/A name for it/).fill('Reading-room key');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Reading-room key', { exact: true }).waitFor();
    await look(reader, 'passkey');
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await look(reader, 'work');

    await using other = await openDesk('account-elsewhere', 'phone');
    await enter(other, product, chief, '/account');
    await other.page.getByText('Where I am signed in').waitFor();
    await look(other, 'account');
    await page.goto(`${product.address}/console/account`);
    const elsewhere = page.getByRole('button', { name: 'Sign out', exact: true });
    await elsewhere.first().waitFor();
    const before = await elsewhere.count();
    await elsewhere.first().click();
    await page.waitForFunction(
      (many) => [...document.querySelectorAll('button')].filter((one) => one.innerText === 'Sign out').length < many,
      before,
    );
    await reader.picture('session-ended');
  });

  await t.test('an administrator writes a person down, gives a duty, invites, and prints a slip', async () => {
    await using reader = await openDesk('account-administrator');
    const { page } = reader;
    await enter(reader, product, administrator, '/people');
    await page.getByRole('button', { name: 'Write down a person' }).click();
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Ferry Lin');
    await reader.picture('person-dialog');
    const written = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/people'));
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const { id } = (await (await written).json()) as { id: string };
    await page.goto(`${product.address}/console/people/${id}`);
    await page.getByRole('button', { name: 'Give a duty' }).click();
    await page.getByRole('dialog').getByLabel('Duty', { exact: true }).click();
    await page.getByTitle('Correspondent').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).waitFor();
    await look(reader, 'person');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await page.locator('.paper code').innerText();
    assert.match(link, /\/console\/invitation#/);
    await reader.picture('invitation');

    await using guest = await openDesk('account-invited', 'phone');
    await guest.page.goto(link);
    await guest.page.getByLabel('Sign-in name').fill('ferry-lin');
    await guest.page.getByLabel('Password', { exact: true }).fill(password);
    await look(guest, 'invitation');
    await guest.page.getByRole('button', { name: 'Open my account' }).click();
    await guest.page.getByRole('heading', { name: 'My work' }).waitFor();
    await look(guest, 'first-day');

    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: 'Make a slip' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a slip' }).click();
    const facts = await page.locator('.paper dd').allInnerTexts();
    await reader.picture('slip');
    await page.emulateMedia({ media: 'print' });
    await reader.picture('slip-on-paper');
    assert.ok(!(await page.getByRole('heading', { name: 'Ferry Lin' }).isVisible()), 'only the slip is printed');
    await page.emulateMedia({ media: 'screen' });
    const [address = '', login = '', code = ''] = facts;
    await guest.page.goto(address);
    await guest.page.getByLabel('Sign-in name').fill(login);
    await guest.page.getByLabel('Code on the slip').fill(code.toLowerCase());
    await guest.page.getByLabel('New password').fill(`${password} today`);
    await look(guest, 'slip');
    await guest.page.getByRole('button', { name: 'Set it and go in' }).click();
    await guest.page.getByRole('heading', { name: 'My work' }).waitFor();

    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Nobody yet.').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    assert.match((await file).suggestedFilename(), /^xiangyin-person-/);
    await page.getByRole('button', { name: 'Delete data about this person' }).click();
    await page.getByLabel('Name of the person').fill('Ferry Lin');
    await look(reader, 'erase');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete data about this person' }).click();
    await page.waitForURL(/\/console\/people$/);
    await guest.page.reload();
    await guest.page.getByLabel('Sign-in name').waitFor();
  });

  await t.test('a session that ends while somebody types loses nothing, and nobody else sends it', async () => {
    await using reader = await openDesk('account-typing');
    const { page } = reader;
    const coordinator = product.holder('coordinator');
    const live: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/live')) live.push(request.url());
    });
    const sent: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'POST' && response.url().endsWith('/api/v1/orders'))
        sent.push(response.status());
    });
    await enter(reader, product, coordinator, '/orders/new');
    await page.getByLabel('What is needed').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByLabel('Name', { exact: true }).fill('Auntie Zhao');
    await page.getByRole('textbox', { name: 'Phone' }).fill('19900007788');
    await page.getByLabel('Where', { exact: true }).click();
    await page.locator('.ant-select-tree-title').nth(1).click();
    await page.getByLabel('In their words').fill('the tap drips');
    await page.getByRole('checkbox').first().check();
    await endEverySession(product, coordinator);
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('Please sign in again').waitFor();
    await look(reader, 'gate');
    await signIn(page.getByRole('dialog').page(), chief);
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    assert.deepEqual(
      sent.filter((status) => status < 300),
      [],
      'the chief editor has ordered nothing',
    );
    assert.ok(!(await page.getByText('Auntie Zhao').isVisible()));
    await signOut(page);
    await signIn(page, coordinator);
    await page.goto(`${product.address}/console/orders/new`);
    await page
      .getByText('Auntie Zhao')
      .or(page.getByLabel('Name', { exact: true }))
      .first()
      .waitFor();
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Auntie Zhao');
    await endEverySession(product, coordinator);
    const streams = live.length;
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('Please sign in again').waitFor();
    await signIn(page, coordinator);
    await page.waitForURL(/\/console\/orders\/[0-9a-f-]{36}/);
    assert.deepEqual(
      sent.filter((status) => status < 300),
      [201],
    );
    assert.ok(live.length > streams, 'what changes elsewhere is listened to again');
    await look(reader, 'order');
  });
});

/** Signs the person out everywhere, as they would from another device. */
async function endEverySession(product: Product, account: DemoAccount): Promise<void> {
  await using other = await openDesk('account-other-device');
  await enter(other, product, account, '/account');
  await other.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await other.page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
}
