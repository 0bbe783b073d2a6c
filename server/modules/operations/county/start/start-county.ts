import { inWords, readCounties } from '#places';
import { ExplainedError } from '#platform/explained-error';
import type { CommandCall } from '#platform/manifest';
import { passphraseOfSettings } from '../../backup/backup-record.ts';
import type { Finding } from '../../doctor/finding.ts';
import { frontEnds, lookAround } from '../../doctor/doctor-command.ts';
import { removeDemonstration } from '../empty-demonstration.ts';
import { mustBeOwnDatabase } from '../must-be-own-database.ts';
import { keepSettings, mustNotBeOverruled, settingsFor } from './keep-settings.ts';
import { passphraseFile } from './passphrase.ts';
import type { StartRequest } from './start-request.ts';
import { bringPlaces, firstOf, invite, layOutKit, makeKeys, openCounty } from './steps.ts';
import { askProvider, tryMail, trySms } from './trials.ts';
import type { Trial } from './trials.ts';

/** What a start goes through, in this order. */
export const startSteps = [
  'settings',
  'demonstration',
  'county',
  'places',
  'keys',
  'kit',
  'trials',
  'invitation',
  'look',
] as const;
/** One of {@link startSteps}. */
export type StartStep = (typeof startSteps)[number];

/** A county that stands. */
export interface Started {
  /** For the first administrator, good for a day; null where they have an account. */
  readonly invitation: string | null;
  /** Purpose → public key (SPKI, base64). */
  readonly publicKeys: ReadonlyMap<string, string>;
  readonly trials: readonly Trial[];
  /** What is unsafe or not set. */
  readonly unset: readonly Finding[];
}

/** From the demonstration, or nothing, to a county. Each step is whole or not there, and what is there stays: done again it goes on. Null where something stands in the way that was said; throws ExplainedError and CountyProblem, which say it themselves. */
export async function startCounty(
  call: CommandCall,
  request: StartRequest,
  show: (step: StartStep) => void = () => undefined,
): Promise<Started | null> {
  const { app, say } = call;
  if (!mayBegin(call, request)) return null;
  await mustBeOwnDatabase(app);
  // The kit and the look at the end need it: what cannot be read is said before the demonstration goes.
  await passphraseOfSettings(app);
  show('settings');
  const own = app.settings.backups?.passphraseFile ? null : await passphraseFile(app.settings.varDirectory);
  const changes = settingsFor(app, request, own?.path ?? null);
  mustNotBeOverruled(changes, process.env);
  // Before the demonstration goes: a start in between must not load it again.
  const settings = await keepSettings(app, changes, say);
  show('demonstration');
  if (app.counties.all().some((county) => county.demonstration)) {
    await removeDemonstration(app, ownerOf(call));
    await readCounties(app);
    say('✓ 演示已全部删掉 · The demonstration is removed, all of it');
  }
  show('county');
  const county = await openCounty(app, request, say);
  show('places');
  if (!(await bringPlaces(app, county, request, say))) return null;
  show('keys');
  const publicKeys = await makeKeys(app, county, say);
  show('kit');
  await layOutKit(app, county, { request, publicKeys, passphrase: own?.passphrase ?? null }, say);
  show('trials');
  const changed = { ...app, settings };
  const sender = { name: inWords(county.name, firstOf(county)), language: firstOf(county) };
  const trials = [
    await tryMail(changed, sender, request.mail),
    await trySms(changed, sender, request.sms),
    await askProvider(changed, request.provider),
  ].filter((trial) => trial !== null);
  show('invitation');
  const invitation = await invite(app, county, request, say);
  show('look');
  // The first start builds the pages, and that is the next thing to do.
  const unset = (await lookAround({ ...call, app: changed }, [frontEnds])).filter(({ ok }) => !ok);
  return { invitation, publicKeys, trials, unset };
}

// Says what stands in the way, and touches nothing.
function mayBegin({ app, say }: CommandCall, { removesDemonstration, county }: StartRequest): boolean {
  const demonstration = app.counties.all().find((one) => one.demonstration);
  if (!demonstration) return true;
  if (!removesDemonstration || demonstration.slug === county.slug) {
    say(
      '这里装着演示。加上 --remove-demonstration，它会全部删掉，不能恢复。 · The demonstration is here. With --remove-demonstration all of it goes, for good.',
    );
    return false;
  }
  return true;
}

function ownerOf({ ownerUrl }: CommandCall): string {
  if (ownerUrl === undefined)
    throw new ExplainedError(
      '需要数据库所有者的地址 · This needs the address of the database’s owner: DATABASE_ADMIN_URL',
    );
  return ownerUrl;
}
