import { inviteAdministrator } from '#access';
import { importPlaces, inWords, placesOf } from '#places';
import { systemActor } from '#platform/actor';
import { addCounty } from '#platform/add-county';
import type { App } from '#platform/app';
import { audit } from '#platform/audit';
import type { County } from '#platform/county';
import { ExplainedError } from '#platform/explained-error';
import { keyFingerprint } from '#platform/keys';
import { inCounty } from '#platform/transaction';
import { passphraseOfSettings } from '../../backup/backup-record.ts';
import { readKeyFiles } from '../../backup/sealed-keys.ts';
import { answerUnder } from '../county-address-command.ts';
import { writeKit } from './recovery-kit.ts';
import type { StartRequest } from './start-request.ts';

/** What a step says to whoever sits there. */
export type Say = (line: string) => void;
const by = systemActor('county-start');

/** Opens the county, unless it is there. Throws ExplainedError where its host belongs to another. */
export async function openCounty(app: App, { county: wanted }: StartRequest, say: Say): Promise<County> {
  const there = app.counties.all().find((one) => one.slug === wanted.slug);
  if (there) {
    // Readers come by the address of the settings that were just written.
    for (const host of wanted.hosts)
      await inCounty(app, there, (ctx) => ctx.transaction((tx) => answerUnder(tx, host)));
    say(
      `✓ 县已经开了，照它现有的资料 · The county is open already; what it says of itself stays: ${inWords(there.name, firstOf(there))}`,
    );
    return there;
  }
  const taken = wanted.hosts.find((host) => app.counties.hosts().has(host));
  if (taken !== undefined)
    throw new ExplainedError(
      `域名 ${taken} 已经属于另一个县，用 --hosts 写别的 · Another county has the host ${taken}; name others with --hosts`,
    );
  const county = await addCounty(app, wanted);
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      audit(tx, by, {
        act: 'county.add',
        noun: 'county',
        subjectId: String(county.id),
        detail: { slug: county.slug, pack: county.countryPack },
      }),
    ),
  );
  say(`✓ 已开 · Opened: ${inWords(county.name, firstOf(county))} (${wanted.hosts.join(', ')})`);
  return county;
}

/** Brings the places in, unless the county has any. Answers whether it has them now. */
export async function bringPlaces(app: App, county: County, { places }: StartRequest, say: Say): Promise<boolean> {
  const there = await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) => Promise.resolve(placesOf(tx).places.length)),
  );
  if (there > 0) {
    say(`✓ 已有 ${there} 个地方，没有再导入 · ${there} places are there, none were imported again`);
    return true;
  }
  return (
    (await inCounty(app, county, (ctx) =>
      importPlaces(ctx, places.text, {
        ...(places.source ? { source: places.source } : {}),
        say: (line) => say(`✓ ${line}`),
      }),
    )) === 0
  );
}

/** 钥匙: makes every key with which the county signs, and the one that seals; public ones stand in the database and on the site from then on. Keys that are there stay. Answers purpose → public key. */
export async function makeKeys(app: App, county: County, say: Say): Promise<ReadonlyMap<string, string>> {
  const purposes = app.modules.flatMap((module) => module.keys ?? []);
  const made = new Map<string, string>();
  for (const purpose of purposes) {
    const key = await inCounty(app, county, (ctx) => ctx.transaction((tx) => app.keys.countyKey(tx, purpose)));
    made.set(purpose, key.publicKey);
  }
  await app.keys.seal('county-start', Buffer.from('made'));
  say('✓ 签名的钥匙在数据目录的 keys/，公钥的指纹 · Signing keys lie in keys/ of the data folder; fingerprints:');
  for (const [purpose, key] of made) say(`    ${purpose.padEnd(9)} ${keyFingerprint(key)}`);
  return made;
}

/** Invites the first administrator, unless one has an account; answers the link, or null. */
export async function invite(
  app: App,
  county: County,
  { administrator, address }: StartRequest,
  say: Say,
): Promise<string | null> {
  const invited = await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) => inviteAdministrator(tx, by, administrator)),
  );
  if (!invited) {
    say('✓ 管理员已有账户 · The administrator has an account already');
    return null;
  }
  const link = `${address}/console/invitation#${invited.token}`;
  say(
    `✓ ${administrator.name}（${administrator.login}）请在一天内打开，设密码和通行密钥 · To be opened within a day, to set a password and a passkey:`,
  );
  say(`    ${link}`);
  return link;
}

/** Writes the recovery kit. */
export async function layOutKit(
  app: App,
  county: County,
  {
    request,
    publicKeys,
    passphrase,
  }: { request: StartRequest; publicKeys: ReadonlyMap<string, string>; passphrase: string | null },
  say: Say,
): Promise<void> {
  await writeKit(request.kit, {
    county: inWords(county.name, firstOf(county)),
    slug: county.slug,
    address: request.address,
    at: app.clock.now(),
    publicKeys,
    keyFiles: await readKeyFiles(app.settings.varDirectory),
    passphrase: passphrase ?? (await passphraseOfSettings(app)),
  });
  say(
    `✓ 恢复单 · Recovery kit: ${request.kit}\n    打印两份，锁在两个地方，然后删掉它 · print it twice, lock the papers away in two places, then delete it`,
  );
}

/** The county's first language. */
export const firstOf = (county: County): 'zh-CN' | 'en' => county.languages[0] ?? 'zh-CN';
