import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { Office } from './support/desk.ts';
import type { Colleague } from './support/desk.ts';
import { startProduct } from './support/product.ts';
import { stepsOf } from './support/steps.ts';

const password = 'the ferry leaves at half past six';

/** The buttons beside one's own sessions on other devices. */
const elsewhere = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true });

async function openAccount(person: Colleague): Promise<void> {
  await person.open('/account');
  await person.page.getByRole('heading', { name: 'Where I am signed in' }).waitFor();
}

test('how people come in, and who lets them in', async (t) => {
  await using product = await startProduct();
  await using office = await Office.open(product, 'account');
  // A minute after the clock of the demonstration begins to run, her colleague watches alone, and could not leave.
  const chief = await office.seat('qinzhuqing', 'en');
  const chiefsPhone = await office.seat('qinzhuqing', 'en', 'phone');
  const administrator = await office.seat('dingyinuo', 'en');
  const stranger = await office.seat('dingyinuo', 'en', 'phone');
  const step = stepsOf(t, [chief, chiefsPhone, administrator, stranger]);

  await step('a chief editor adds a passkey and comes in with it', async () => {
    const { page } = chief;
    await chief.plugInPasskeyDevice();
    await chief.open('/account');
    await page.getByLabel('Sign-in name').waitFor();
    await chief.checkAccess('door');
    await chief.picture('door', { narrow: true });
    await chief.giveProofs();
    await page.getByRole('heading', { name: 'Where I am signed in' }).waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel(/A name for it/).fill('Reading-room key');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Reading-room key', { exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.doesNotMatch(await page.getByRole('main').innerText(), /\b[a-z-]+\.[a-z]/, 'words, not codes');
    await chief.checkAccess('account');
    await chief.picture('account', { narrow: true });
    await page.getByRole('button', { name: /^My account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await openAccount(chief);
    await page.getByText(/^Passkey · Signed in/).waitFor();
  });

  await step('over a line that others can read the door asks for nothing, and says why', async () => {
    for (const path of ['/', '/phone/']) {
      const open = await office.seat('dingyinuo', 'en');
      await open.context.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
      await open.open(path);
      await open.page.getByRole('alert').getByText('This address is not encrypted').waitFor();
      assert.equal(await open.page.getByRole('textbox').count(), 0);
      const instead = await open.page.getByRole('link', { name: 'Open the encrypted address' }).getAttribute('href');
      assert.match(instead ?? '', /^https:\/\/localhost\/console\//);
      await open.picture(`open-line${path === '/' ? '' : '-phone'}`, { narrow: true });
      await open.context.close();
    }
  });

  await step('and ends the session on the phone from the desk', async () => {
    await chiefsPhone.stepIn('Qin Zhuqing');
    await openAccount(chiefsPhone);
    await chiefsPhone.picture('account-on-the-phone');
    await openAccount(chief);
    await elsewhere(chief.page).click();
    await elsewhere(chief.page).waitFor({ state: 'detached' });
    await chief.picture('session-ended');
    await chiefsPhone.page.reload();
    await chiefsPhone.page.getByLabel('Sign-in name').waitFor();
  });

  let slip: readonly string[] = [];
  const invited = stranger.page;
  await step('an administrator writes a person down, gives a duty and invites', async () => {
    await administrator.stepIn('Ding Yinuo');
    const { page } = administrator;
    await administrator.open('/people');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Ferry Lin');
    await administrator.picture('person-dialog');
    const written = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/people'));
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const { id } = (await (await written).json()) as { id: string };
    await administrator.open(`/people/${id}`);
    await page.getByRole('button', { name: 'Give a duty' }).click();
    await administrator.choose(page.getByRole('dialog').getByLabel('Duty', { exact: true }), 'Correspondent');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).waitFor();
    await administrator.checkAccess('person');
    await administrator.picture('person', { narrow: true });
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await page
      .getByRole('dialog')
      .getByText(/\/console\/invitation#/)
      .innerText();
    await administrator.picture('invitation');

    await invited.goto(link);
    await invited.getByLabel('Sign-in name').fill('ferry-lin');
    await invited.getByLabel('Password', { exact: true }).fill(password);
    await stranger.checkAccess('taking up an invitation');
    await stranger.picture('taken-up');
    await invited.getByRole('button', { name: 'Open my account' }).click();
    await invited.getByRole('heading', { name: 'My work' }).waitFor();
    await stranger.checkAccess('first day');
    await stranger.picture('first-day');
  });

  await step('and prints a slip for whoever forgot the password', async () => {
    const { page } = administrator;
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Make a slip' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a slip' }).click();
    const paper = page.getByRole('dialog').filter({ hasText: 'Set a new password' });
    await paper.getByText(/\/console\/slip$/).waitFor();
    slip = await paper.getByRole('definition').allInnerTexts();
    await administrator.picture('slip', { narrow: true });
    await page.emulateMedia({ media: 'print' });
    await administrator.picture('slip-on-paper');
    assert.ok(!(await page.getByRole('heading', { name: 'Ferry Lin' }).isVisible()), 'only the slip is printed');
    assert.ok(!(await page.getByRole('button', { name: 'Print' }).isVisible()), 'no button is printed');
    assert.ok(await page.getByText(slip[2] ?? '?').isVisible(), 'the code is printed');
    await page.emulateMedia({ media: 'screen' });

    const [address = '', login = '', code = ''] = slip;
    await invited.goto(address);
    await invited.getByLabel('Sign-in name').fill(login);
    await invited.getByLabel('Code on the slip').fill(code.toLowerCase());
    await invited.getByLabel('New password').fill(`${password} today`);
    await stranger.checkAccess('slip');
    await stranger.picture('slip-used');
    await invited.getByRole('button', { name: 'Set it and go in' }).click();
    await invited.getByRole('heading', { name: 'My work' }).waitFor();
  });

  await step('the duty ends, the data go home as a file, and then they are deleted', async () => {
    const { page } = administrator;
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Nobody yet.').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    assert.match((await file).suggestedFilename(), /^xiangyin-person-/);
    await page.getByRole('button', { name: 'Delete data about this person' }).click();
    await page.getByLabel('Name of the person').fill('Ferry Lin');
    await administrator.checkAccess('deleting a person');
    await administrator.picture('erase');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete data about this person' }).click();
    await page.waitForURL(/\/console\/people$/);
    await invited.reload();
    await invited.getByLabel('Sign-in name').waitFor();
  });

  await step('whoever leaves takes their own data home, and has them deleted', async () => {
    const { page } = chief;
    await openAccount(chief);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    const taken = await file;
    assert.equal(taken.suggestedFilename(), 'xiangyin-my-data.json');
    assert.match(await readFile(await taken.path(), 'utf8'), /qinzhuqing/);
    await page.getByRole('button', { name: 'Delete my data' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Your name/).fill('Somebody Else');
    await dialog.getByRole('button', { name: 'Delete my data' }).click();
    await dialog.getByText('The name is not the one we have').waitFor();
    await chief.checkAccess('deleting oneself');
    await chief.picture('erase-oneself', { narrow: true });
    await dialog.getByLabel(/^Your name/).fill('秦竹青');
    await dialog.getByRole('button', { name: 'Delete my data' }).click();
    await page.waitForURL(/\/console\/sign-in/);
    await page.getByText('Deleted. Thank you for all you did.').waitFor();
    await chief.picture('erased', { narrow: true });
    assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('kept'));
    await page.getByLabel('Sign-in name').fill(chief.account.login);
    await page.getByLabel('Password').fill(chief.account.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('The name, password or code is').waitFor();
  });

  assert.deepEqual(
    [chief, chiefsPhone, administrator, stranger].flatMap((one) => one.complaints),
    [],
  );

  await step('a library gets a key for its program, which reads with it until it is revoked', async () => {
    const { page } = administrator;
    const reads = async (key: string, limit: number): Promise<number> => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(`${product.address}/api/v1/public/stories?limit=${limit}`, { headers })).status;
    };
    await administrator.open('/api-keys');
    await page.getByRole('button', { name: 'Give a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('For whom').fill('Ferry Library');
    await dialog.getByLabel('What for').fill('A mirror, renewed every night');
    await dialog.getByRole('button', { name: 'Give a key' }).click();
    const key = await dialog.getByText(/^xyk_/).innerText();
    await administrator.checkAccess('a key, shown once');
    await administrator.picture('api-key', { narrow: true });
    await dialog.getByRole('button', { name: 'I have copied it' }).click();
    assert.equal(await reads(key, 2), 200);
    const row = page.getByRole('row').filter({ hasText: 'Ferry Library' });
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('Revoked').waitFor();
    await administrator.checkAccess('keys');
    assert.equal(await reads(key, 3), 401);
  });
});
