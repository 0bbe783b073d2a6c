export { codeAt } from './totp/check-code.ts';
export { SoftwarePasskey } from './testing/software-passkey.ts';
import type { SignInProvider } from './testing/sign-in-provider.ts';

import { systemActor } from '#platform/actor';
import { rootPlace, placesOf } from '#places';
import { testPlaceCode } from '#places/testing';
import type { TestPlace } from '#places/testing';
import { addPerson } from '#people';
import type { Ctx, Tx } from '#platform/transaction';
import { addAccount } from './account/add-account.ts';
import { addGrant } from './grant/add-grant.ts';
import { storePassword } from './password/change-password.ts';
import { hashPassword } from './password/hash-password.ts';
import { needsSecondFactor } from './roles.ts';
import { openSession } from './session/open-session.ts';
import { grantsOf } from './session-queries.ts';
import type { AccessTables } from './tables.ts';

/** The cast of each test county: login → role and place. Each is called as their login. */
const table = {
  'chief-editor': ['chief-editor', 'county'],
  'chief-editor-2': ['chief-editor', 'county'],
  'section-head': ['section-head', 'county'],
  'section-head-2': ['section-head', 'county'],
  editor: ['editor', 'county'],
  'editor-2': ['editor', 'county'],
  proofreader: ['proofreader', 'county'],
  correspondent: ['correspondent', 'village-1-1'],
  'correspondent-2': ['correspondent', 'town-2'],
  coordinator: ['coordinator', 'county'],
  'town-coordinator': ['coordinator', 'town-1'],
  'station-keeper': ['station-keeper', 'town-1'],
  'team-leader': ['team-leader', 'town-1'],
  volunteer: ['volunteer', 'village-1-1'],
  'volunteer-1-2': ['volunteer', 'village-1-2'],
  'volunteer-2-1': ['volunteer', 'village-2-1'],
  'volunteer-2-2': ['volunteer', 'village-2-2'],
  administrator: ['administrator', 'county'],
  'administrator-2': ['administrator', 'county'],
  auditor: ['auditor', 'county'],
  safeguarding: ['safeguarding', 'county'],
} as const satisfies Record<string, readonly [string, TestPlace]>;

/** Whoever a test can act as. */
export type CastName = keyof typeof table;

/** All names of the cast. */
export const castNames = Object.keys(table) as CastName[];

/** Role and place of one of the cast. */
export const castRole = (name: CastName): { role: string; place: TestPlace } => ({
  role: table[name][0],
  place: table[name][1],
});

/** Builds the cast of a test county: one person per name, with an account without password and one grant. Places must be there. */
export async function buildCast(tx: Tx): Promise<void> {
  const by = systemActor('test-cast');
  for (const name of castNames) {
    const { role, place } = castRole(name);
    const placeId = (placesOf(tx).byCode(testPlaceCode(place, tx.countyId)) ?? rootPlace(tx)).id;
    const phone = `139${String(tx.countyId).padStart(2, '0')}${String(castNames.indexOf(name)).padStart(6, '0')}`;
    const person = await addPerson(tx, { name, email: `${name}@example.test`, phone, placeId });
    await addAccount(tx, { personId: person.id, login: name });
    await addGrant(tx, by, { personId: person.id, role, placeId });
  }
}

/** Gives a login a password, as if it had been set at the desk. */
export async function setTestPassword(ctx: Ctx, login: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await ctx.transaction(async (tx) => void (await storePassword(tx, await personIdOf(tx, login), hash)));
}

/** The person behind a name of the cast (or any login). Throws when nobody has it. */
export async function personIdOf(tx: Tx, login: string): Promise<string> {
  const row = await tx
    .tables<AccessTables>()
    .selectFrom('access.accounts')
    .select('person_id')
    .where('county_id', '=', tx.countyId)
    .where('login', '=', login)
    .executeTakeFirst();
  if (!row) throw new Error(`nobody in county ${tx.countyId} signs in as ${login}`);
  return row.person_id;
}

/** Opens a session for a login directly, stepped up just now, and returns the cookie line for requests. */
export function openTestSession(ctx: Ctx, login: string, assurance: 1 | 2 = 2): Promise<string> {
  return ctx.transaction(async (tx) => {
    const personId = await personIdOf(tx, login);
    const strong = needsSecondFactor(await grantsOf(tx, personId));
    const { secret } = await openSession(tx, {
      personId,
      assurance,
      method: assurance === 2 ? 'passkey' : 'password',
      device: 'Test',
      steppedUpBy: assurance === 2 ? 'passkey' : 'password',
      strong,
    });
    return `__Host-session=${secret}`;
  });
}

/** Puts one of the cast on duty (值班) at their place from now for so many hours of county time. */
export async function setDuty(tx: Tx, name: CastName, hours = 12): Promise<void> {
  const { role, place } = castRole(name);
  const placeId = (placesOf(tx).byCode(testPlaceCode(place, tx.countyId)) ?? rootPlace(tx)).id;
  await addGrant(tx, systemActor('test-duty'), {
    personId: await personIdOf(tx, name),
    role,
    placeId,
    duty: true,
    untilAt: new Date(tx.at.getTime() + hours * 3_600_000),
  });
}

/** A real provider on this machine, for a client that may be sent back to `returns`. Loaded when asked for: it is large, and few tests need it. */
export async function startSignInProvider(client: {
  id: string;
  secret: string;
  returns: string[];
}): Promise<SignInProvider> {
  const { SignInProvider: provider } = await import('./testing/sign-in-provider.ts');
  return provider.start(client);
}
