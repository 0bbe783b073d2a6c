import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inviteAdministrator } from '#access';
import { startSignInProvider } from '#access/testing';
import { placesOf } from '#places';
import { systemActor } from '#platform/actor';
import { addCounty } from '#platform/add-county';
import { inCounty } from '#platform/transaction';
import { emptyProgram, MailServer, SmsGateway, until } from '#testing';
import { openScreen } from './open-screen.ts';
import type { Screen } from './open-screen.ts';

interface Seen {
  readonly status: number;
  readonly path: string;
  readonly text: string;
}

/** A browser that follows where it is sent. */
class Browser {
  readonly #screen: Screen;
  #cookie = '';
  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get(path: string, language = 'en'): Promise<Seen> {
    return this.#ask(path, { headers: { 'accept-language': language } });
  }

  send(path: string, fields: Record<string, string | File>, origin = this.#origin): Promise<Seen> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#ask(path, { method: 'POST', body, headers: { origin, 'accept-language': 'en' } });
  }

  get #origin(): string {
    return `http://localhost:${this.#screen.port}`;
  }

  async #ask(path: string, init: RequestInit): Promise<Seen> {
    const answer = await fetch(`${this.#origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.#cookie },
    });
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
    const text = await answer.text();
    const next = answer.headers.get('location');
    return next === null ? { status: answer.status, path, text } : this.get(next);
  }
}

const csv = 'code,parent_code,level,name_zh,name_en,valid_from\n331102,,county,丽水县,Lishui,1949-10-01\n';

test('a county is started in a browser of this machine: by a code that works once, every step checked, nothing touched before the end', async () => {
  await using program = await emptyProgram(new Date().toISOString());
  await using mail = await MailServer.start();
  await using sms = await SmsGateway.start();
  await using provider = await startSignInProvider({ id: 'xiangyin', secret: 's', returns: [] });
  const folder = await mkdtemp(join(tmpdir(), 'xy-screen-'));
  const configFile = join(folder, 'config.json');
  await addCounty(program.app, {
    slug: 'demo',
    name: { 'zh-CN': '清溪县', en: 'Qingxi' },
    publisher: { 'zh-CN': '清溪县融媒体中心' },
    phone: '000-0000',
    timeZone: 'Asia/Shanghai',
    countryPack: 'cn',
    languages: ['zh-CN'],
    demonstration: true,
    clockAt: null,
    hosts: ['localhost'],
  });
  const opened = await program.again({ configFile });
  const app = { ...opened, settings: { ...opened.settings, innerHosts: [sms.host] } };
  const screen = await openScreen({
    app,
    ownerUrl: program.ownerUrl,
    args: [],
    flags: {},
    say: () => undefined,
    inCounty: () => assert.fail('the pages open their county themselves'),
  });
  try {
    const desk = new Browser(screen);
    await onlyWithTheCode(screen, desk);
    await stepsAreChecked(desk);
    await trialsGoOut(desk, { mail, sms, provider });

    const before = await desk.get('/steps/review');
    assert.match(before.text, /The demonstration \(Qingxi\) is here/);
    assert.equal(before.text.includes(sms.url), false, 'what is secret is not shown again');
    assert.match(
      (await desk.get('/steps/review?language=zh-CN')).text,
      /丽水县融媒体中心[\s\S]*这里装着演示（清溪县）/,
    );
    await desk.get('/?language=en');
    const held = await desk.send('/steps/review', { go: 'begin' });
    assert.deepEqual([held.status, /Tick this first/.test(held.text)], [422, true]);
    assert.deepEqual(
      [await readFile(configFile).catch(() => null), app.counties.all().map(({ slug }) => slug)],
      [null, ['demo']],
      'nothing was touched',
    );

    await desk.send('/steps/review', { go: 'begin', 'remove-demonstration': 'on' });
    let done = '';
    await until(async () => {
      done = (await desk.get('/')).text;
      return !done.includes('http-equiv');
    });
    assert.match(done, /Lishui is open/);
    assert.match(done, /The backup holds no keys|none yet/, 'what is not set is listed');
    const link = /https:\/\/news\.lishui\.example\/console\/invitation#([\w-]+)/.exec(done)?.[1];
    assert.ok(link);
    await app.counties.reload();
    const [county, ...others] = app.counties.all();
    assert.ok(county && others.length === 0);
    assert.deepEqual([county.slug, county.publisher['zh-CN']], ['lishui', '丽水县融媒体中心']);
    const places = await inCounty(app, county, (ctx) =>
      ctx.transaction((tx) => Promise.resolve(placesOf(tx).places.length)),
    );
    assert.equal(places, 1);
    const config = JSON.parse(await readFile(configFile, 'utf8'));
    assert.deepEqual(
      [config.SMTP_URL, config.SMS_URL, config.OIDC_ISSUER, config.PUBLIC_ADDRESS],
      [mail.url, sms.url, provider.issuer, 'https://news.lishui.example'],
    );
    assert.equal((await stat(configFile)).mode & 0o777, 0o600);

    assert.match((await desk.get('/kit')).text, /recovery kit[\s\S]*文件 · file: /);
    const kit = join(app.settings.varDirectory, 'recovery-kit-lishui.txt');
    assert.ok((await stat(kit)).size > 0);
    assert.match((await desk.send('/kit-removal', {})).text, /is deleted/);
    await assert.rejects(stat(kit));
    assert.match((await desk.send('/end', {})).text, /closed/);
    assert.equal(await screen.ended, true);
    const again = await inCounty(app, county, (ctx) =>
      ctx.transaction((tx) => inviteAdministrator(tx, systemActor('test'), { name: '丁一诺', login: 'dingyinuo' })),
    );
    assert.ok(again, 'the administrator was invited and has no account yet');
  } finally {
    screen.close();
    await rm(folder, { recursive: true });
  }
});

async function onlyWithTheCode(screen: Screen, desk: Browser): Promise<void> {
  const first = await fetch(`http://127.0.0.1:${screen.port}/`);
  assert.deepEqual(
    [first.status, first.headers.get('referrer-policy')],
    [403, 'same-origin'],
    'under no-referrer a browser would send its forms from nowhere',
  );
  const wrong = await desk.send('/code', { code: 'aaaaa-bbbbb-ccccc' });
  assert.deepEqual([wrong.status, /wrong or was used/.test(wrong.text)], [403, true]);
  assert.equal((await desk.send('/code', { code: screen.code }, 'https://elsewhere.example')).status, 403);
  assert.equal(await statusUnder(screen, 'elsewhere.example'), 403, 'a name that only resolves to this machine');
  const inside = await desk.send('/code', { code: ` ${screen.code.toUpperCase()} ` });
  assert.deepEqual([inside.status, inside.path], [200, '/steps/customs']);
  const other = new Browser(screen);
  assert.equal((await other.send('/code', { code: screen.code })).status, 403, 'the code works once');
  assert.match((await other.get('/')).text, /only in the browser that used the code/);
  assert.equal((await desk.get('/steps/review')).path, '/steps/customs', 'one step after the other');
}

const statusUnder = (screen: Screen, host: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: screen.port, path: '/', headers: { host } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .once('error', fail)
      .end();
  });

async function stepsAreChecked(desk: Browser): Promise<void> {
  await desk.send('/steps/customs', { pack: 'cn', languages: 'zh-CN,en' });
  const county = {
    'name-zh': '丽水县',
    'name-en': 'Lishui',
    'publisher-zh': '丽水县融媒体中心',
    'publisher-en': 'Lishui Media Centre',
    phone: '0578-1234567',
    slug: 'lishui',
    'time-zone': 'Asia/Shanghai',
  };
  const bad = await desk.send('/steps/county', { ...county, slug: 'Li shui' });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /id="f-slug-problem">takes 2 to 40 small letters/);
  assert.match(bad.text, /value="丽水县融媒体中心"/, 'what was right stays');
  assert.equal((await desk.send('/steps/county', county)).path, '/steps/places');
  const list = (text: string): File => new File([text], 'places.csv', { type: 'text/csv' });
  assert.match((await desk.send('/steps/places', { division: '' })).text, /takes a list of places/);
  const broken = await desk.send('/steps/places', { places: list(csv.replace('331102,', ',')) });
  assert.match(broken.text, /id="f-places-problem">1 to put right\nLine 2: /);
  assert.equal((await desk.send('/steps/places', { places: list(csv) })).path, '/steps/address');
  assert.match(
    (await desk.send('/steps/address', { address: 'http://news.lishui.example' })).text,
    /must begin with https/,
  );
  assert.equal((await desk.send('/steps/address', { address: 'https://news.lishui.example' })).path, '/steps/mail');
  const tooLarge = await desk.send('/steps/mail', { 'smtp-from': 'x'.repeat(5 * 1024 * 1024) });
  assert.equal(tooLarge.status, 413);
}

async function trialsGoOut(
  desk: Browser,
  { mail, sms, provider }: { mail: MailServer; sms: SmsGateway; provider: { readonly issuer: string } },
): Promise<void> {
  const letters = { 'smtp-url': mail.url, 'smtp-from': 'notices@lishui.example', 'test-mail': 'desk@lishui.example' };
  const messages = { 'sms-url': sms.url, 'test-sms': '13900000000' };
  assert.match((await desk.send('/steps/mail', { ...letters, go: 'sms' })).text, /Say first where it goes/);
  assert.match((await desk.send('/steps/mail', { ...letters, ...messages, go: 'mail' })).text, /took the test message/);
  // What is secret is kept, though it is not typed again.
  sms.refusal = 503;
  const silent = await desk.send('/steps/mail', { ...letters, ...messages, 'sms-url': '', go: 'sms' });
  assert.match(silent.text, /was not sent[\s\S]*sms-503/);
  sms.refusal = null;
  assert.match((await desk.send('/steps/mail', { ...letters, ...messages, go: 'sms' })).text, /took the short message/);
  assert.deepEqual([mail.letters.length, sms.messages.map(({ to }) => to)], [1, ['13900000000']]);
  await desk.send('/steps/mail', { ...letters, ...messages, 'test-mail': '', 'test-sms': '' });
  const half = { 'oidc-issuer': provider.issuer, 'oidc-client-id': 'xiangyin', 'oidc-client-secret': '' };
  assert.match((await desk.send('/steps/provider', half)).text, /three belong together/);
  const whole = { ...half, 'oidc-client-secret': 's' };
  const astray = { ...whole, 'oidc-issuer': `${provider.issuer}/realms/other`, go: 'provider' };
  assert.match((await desk.send('/steps/provider', astray)).text, /as another issuer|does not answer/);
  assert.match((await desk.send('/steps/provider', { ...whole, go: 'provider' })).text, /sign-in provider answers/);
  assert.equal((await desk.send('/steps/provider', whole)).path, '/steps/administrator');
  const administrator = { 'admin-name': '丁一诺', 'admin-login': 'dingyinuo' };
  assert.equal((await desk.send('/steps/administrator', administrator)).path, '/steps/review');
}
