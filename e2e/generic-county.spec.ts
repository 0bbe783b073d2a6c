import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { startProduct } from './support/product.ts';
import type { Product } from './support/product.ts';
import { freshTotp } from './support/totp.ts';

const password = 'a sentence to remember';
const places = `code,parent_code,level,name_zh,name_en,valid_from,local_code
,,city,,Port Lyra,1901-01-01,PL
,PL,borough,,Harbour Borough,1901-01-01,PL-H
,PL,borough,,Hill Borough,1901-01-01,PL-U
,PL-H,ward,,Ropewalk,1901-01-01,PL-H-1
,PL-H,ward,,Customs Quay,1901-01-01,PL-H-2
,PL-U,ward,,Lantern Hill,1901-01-01,PL-U-1
`;

/** Opens the county as its README says: three commands beside the running program. */
async function openCounty(product: Product): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyin-lyra-'));
  try {
    await writeFile(join(folder, 'places.csv'), places);
    await product.command([
      'county',
      'add',
      '--slug=lyra',
      '--pack=generic',
      '--name-en=Port Lyra',
      '--publisher-en=Port Lyra Gazette',
      '--phone=+353 1 555 0100',
      '--time-zone=Europe/Dublin',
      '--levels=city:City,borough:Borough,ward:Ward',
    ]);
    assert.match(await product.command(['places', 'import', join(folder, 'places.csv')]), /Imported 6 places/);
    for (const [login, role, name] of [
      ['nora', 'administrator', 'Nora Byrne'],
      ['cormac', 'coordinator', 'Cormac Doyle'],
    ] as const)
      await product.command(['user', 'add', `--login=${login}`, `--role=${role}`, `--name=${name}`], password);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Signs in on the console by password. */
async function signIn({ page }: Reader, address: string, login: string): Promise<void> {
  await page.goto(`${address}/console/`);
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Turns on the second proof that an administrator's duties need before anything else. */
async function turnOnCodes(reader: Reader): Promise<void> {
  const { page } = reader;
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/me/totp') && answer.ok());
  await page.getByRole('button', { name: 'Turn on' }).click();
  const { secret } = (await (await begun).json()) as { secret: string };
  const setUp = page.getByRole('dialog').filter({ hasText: 'Code app' });
  await setUp
    .getByRole('textbox')
    .last()
    .fill(await freshTotp(secret));
  await reader.picture('second-proof');
  const confirmed = page.waitForResponse((answer) => answer.url().endsWith('/confirmations') && answer.ok());
  await setUp.getByRole('button', { name: 'Continue' }).click();
  await confirmed;
  await reader.picture('recovery-codes');
}

/** Fills in the fields of the open dialog, each by its label, and sends it with the last button. None asks for words of another language. */
async function fillIn(reader: Reader, step: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = reader.page.getByRole('dialog');
  for (const [label, words] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(words);
  assert.doesNotMatch(await dialog.innerText(), /Chinese|\p{Script=Han}/u, step);
  await reader.picture(step);
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'detached' });
}

/** Chooses an entry of one of the choosers of the open dialog. */
async function choose({ page }: Reader, label: string, entry: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(entry, { exact: true }).first().click();
}

/** A page of the public site in English: no word of another language, no lunar date, nothing wider than the screen. */
async function mustBeEnglish(reader: Reader, step: string): Promise<void> {
  const { page } = reader;
  await reader.picture(step);
  const source = await page.content();
  assert.doesNotMatch(source, /\p{Script=Han}/u, `${step}: ${/.{60}\p{Script=Han}.{0,60}/u.exec(source)?.[0] ?? ''}`);
  assert.doesNotMatch(source, /lunar/i, step);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    `${step} is wider than the screen`,
  );
}

test('a county of another country, wholly in English', async (t) => {
  await using product = await startProduct({ paths: [], demonstration: false });
  const { address } = product;
  await openCounty(product);
  await product.ready(['/', '/console/']);

  await t.test(
    'its administrator signs in, sees its own levels, and opens a place, a section and a station',
    async () => {
      await using reader = await Reader.open('generic-administrator', { size: 'desk', language: 'en' });
      const { page } = reader;
      await signIn(reader, address, 'nora');
      await turnOnCodes(reader);
      await page.goto(`${address}/console/places`);
      await page.getByRole('link', { name: 'Harbour Borough' }).waitFor();
      await page.getByRole('cell', { name: 'Ward', exact: true }).first().waitFor();
      await reader.picture('places');
      await page.getByRole('button', { name: 'Add a place' }).first().click();
      await choose(reader, 'Above', 'Harbour Borough');
      await choose(reader, 'Level', 'Ward');
      await page.getByRole('dialog').getByLabel('Since', { exact: true }).fill('1 Jan 2026');
      await page.keyboard.press('Enter');
      await fillIn(reader, 'new-place', { Name: 'Pilot Steps', 'Local code': 'PL-H-3' });
      await page.getByRole('link', { name: 'Pilot Steps' }).waitFor();

      await page.goto(`${address}/console/sections`);
      await page.getByRole('button', { name: 'Open a section' }).first().click();
      await fillIn(reader, 'new-section', { Name: 'The harbour', Address: 'harbour' });
      await page.getByText('The harbour').first().waitFor();

      await page.goto(`${address}/console/stations`);
      await page.getByRole('button', { name: 'Open a station' }).first().click();
      await choose(reader, 'Level', 'Borough station');
      await choose(reader, 'Place', 'Harbour Borough');
      await fillIn(reader, 'new-station', { Name: 'Harbour Hall', Phone: '+353 1 555 0111' });
      await page.getByText('Harbour Hall').first().waitFor();
      await page.getByRole('cell', { name: 'Borough station', exact: true }).waitFor();
    },
  );

  await t.test('its coordinator offers a service', async () => {
    await using reader = await Reader.open('generic-coordinator', { size: 'desk', language: 'en' });
    const { page } = reader;
    await signIn(reader, address, 'cormac');
    await page.goto(`${address}/console/service-terms`);
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await fillIn(reader, 'new-group', { Name: 'Help at home' });
    await page.goto(`${address}/console/services`);
    await page.getByRole('button', { name: 'Add a service' }).first().click();
    await choose(reader, 'Group', 'Help at home');
    await choose(reader, 'Level', 'Ward');
    await fillIn(reader, 'new-service', {
      'Word in the address': 'garden-gate',
      Name: 'Mend a garden gate',
      'In a sentence': 'A neighbour with tools comes and mends hinges and latches.',
    });
    await page.getByRole('heading', { level: 1, name: 'Mend a garden gate' }).waitFor();
    await reader.picture('service');
  });

  for (const size of ['phone', 'desk'] as const)
    await t.test(`a resident reads and orders on a ${size}`, async () => {
      await using reader = await Reader.open('generic-resident', { size, language: 'en' });
      const { page } = reader;
      await page.goto(`${address}/`);
      await page.getByRole('heading', { level: 1, name: 'Port Lyra' }).waitFor();
      await mustBeEnglish(reader, 'home');
      await page.goto(`${address}/sections/harbour`);
      await mustBeEnglish(reader, 'section');
      await page.goto(`${address}/places`);
      await mustBeEnglish(reader, 'places');
      await page.getByRole('link', { name: 'Harbour Borough' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Harbour Borough' }).waitFor();
      await page.getByRole('link', { name: 'Ropewalk' }).first().waitFor();
      await mustBeEnglish(reader, 'place');

      await page.goto(`${address}/search?q=garden+gate`);
      await page.getByRole('link', { name: 'Mend a garden gate' }).first().click();
      await mustBeEnglish(reader, 'service');
      await page.getByRole('link', { name: 'Order this' }).first().click();
      await page.getByRole('link', { name: /112/ }).waitFor();
      await page.getByLabel('What shall we call you?').fill('Mrs Kavanagh');
      await page.getByLabel('Telephone').fill('12');
      await page.getByLabel('Place').selectOption({ label: 'Ropewalk' });
      await page.getByLabel('Address, or how to find you').fill('14 Ropewalk, Flat 2B, D02 XY45');
      await page.getByLabel('I have read this and agree').check();
      await page.getByRole('button', { name: 'Send the order' }).click();
      await page.getByRole('alert').first().waitFor();
      await mustBeEnglish(reader, 'telephone-not-understood');
      await page.getByLabel('Telephone').fill(size === 'phone' ? '+353 86 555 0142' : '+44 20 7946 0018');
      await page.getByLabel('I have read this and agree').check();
      await page.getByRole('button', { name: 'Send the order' }).click();
      await page.waitForURL(/\/orders\/[0-9A-Z]+\/slip/);
      await mustBeEnglish(reader, 'slip');
      await page.goto(page.url().replace(/\/slip.*$/, ''));
      await mustBeEnglish(reader, 'status');
      const status = await page.locator('main').innerText();
      assert.match(status, /Mend a garden gate/);
      assert.ok(!status.includes('Kavanagh') && !status.includes('Flat 2B'), 'the status names nobody');
      for (const path of ['/services', '/about', '/corrections', '/large/', '/no-such-page']) {
        await page.goto(address + path);
        await mustBeEnglish(reader, path.replaceAll('/', '') || 'root');
      }
      assert.deepEqual(
        reader.complaints.filter((complaint) => !/\b(404|422)\b/.test(complaint)),
        [],
      );
    });
});
