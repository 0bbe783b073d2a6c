import { canonicalJson } from '@xiangyin/document';
import type { App } from './app.ts';
import type { County } from './county.ts';
import { newId } from './ids.ts';
import type { ServerKey } from './keys.ts';
import { inCounty } from './transaction.ts';
import type { Tx } from './transaction.ts';

/** Why a key signs no more: as planned; because somebody else may have it; because its private part is gone. */
export type RotationReason = 'scheduled' | 'compromised' | 'lost';

/** A key with which the county signs or signed. */
export interface CountyKey {
  readonly id: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  readonly madeAt: Date;
  readonly retiredAt: Date | null;
  readonly retiredWhy: RotationReason | null;
}

/** The change from one key to the next, signed by both; by the new one alone where the old one was lost. */
export interface KeyRotation {
  readonly from: string;
  readonly to: string;
  readonly why: RotationReason;
  readonly at: Date;
  /** RFC 8785 form. */
  readonly statement: string;
  readonly signature: string | null;
  readonly confirmation: string;
}

/** All keys under which the county's word was given for a purpose, and how one followed the other; oldest first. */
export async function countyKeys(
  tx: Tx,
  purpose: string,
): Promise<{ keys: readonly CountyKey[]; rotations: readonly KeyRotation[] }> {
  const keys = await tx.named<CountyKey>(
    'platform.county-keys',
    `select id, public_key as "publicKey", made_at as "madeAt", retired_at as "retiredAt", retired_why as "retiredWhy" from platform.signing_keys
      where county_id = $1 and purpose = $2 order by retired_at nulls last, made_at, id`,
    [tx.countyId, purpose],
  );
  const rotations = await tx.named<KeyRotation>(
    'platform.key-rotations',
    `select from_id as "from", to_id as "to", why, at, statement, signature, confirmation from platform.key_rotations
      where county_id = $1 and purpose = $2 order by at, id`,
    [tx.countyId, purpose],
  );
  return { keys, rotations };
}

/** The open real counties of a database that sign, where not one of their keys lies in this data folder: it is that of another installation, or the keys are lost. Empty where any lies here, or none signs yet. Whatever signed all the same would do it under a second key, and seal what the others cannot open. */
export async function countiesSignedElsewhere(app: App): Promise<readonly County[]> {
  const elsewhere: County[] = [];
  for (const county of app.counties.all().filter(({ demonstration }) => !demonstration)) {
    const where = await inCounty(app, county, (ctx) => ctx.transaction((tx) => whereKeyLies(tx)));
    if (where === 'here') return [];
    if (where === 'elsewhere') elsewhere.push(county);
  }
  return elsewhere;
}

async function whereKeyLies(tx: Tx): Promise<'here' | 'elsewhere' | 'nowhere'> {
  const { keys } = await countyKeys(tx, 'county');
  const inUse = keys.filter(({ retiredAt }) => retiredAt === null);
  if (inUse.length === 0) return 'nowhere';
  for (const { id } of inUse) if (await tx.ctx.app.keys.readKey(tx.countyId, 'county', id)) return 'here';
  return 'elsewhere';
}

/** Makes `next` the county's key for a purpose: publishes it, retires what was in use, each with a statement that both sign. Answers the ids of those retired. */
export async function publishRotation(
  tx: Tx,
  purpose: string,
  next: ServerKey,
  why: RotationReason,
): Promise<string[]> {
  // Two at once: the second waits here, and then finds the key of the first.
  await tx.named('platform.lock-keys', 'select pg_advisory_xact_lock(771014, $1)', [tx.countyId]);
  const before = await tx.named<{ id: string }>(
    'platform.keys-in-use',
    'select id from platform.signing_keys where county_id = $1 and purpose = $2 and retired_at is null order by made_at, id',
    [tx.countyId, purpose],
  );
  await tx.named(
    'platform.publish-next-key',
    `insert into platform.signing_keys (county_id, id, purpose, algorithm, public_key, made_at) values ($1, $2, $3, 'Ed25519', $4, $5)`,
    [tx.countyId, next.id, purpose, next.publicKey, tx.at],
  );
  for (const { id } of before) await retire(tx, purpose, id, next, why);
  return before.map(({ id }) => id);
}

async function retire(tx: Tx, purpose: string, id: string, next: ServerKey, why: RotationReason): Promise<void> {
  const old = why === 'lost' ? undefined : await tx.ctx.app.keys.readKey(tx.countyId, purpose, id);
  const reason = old ? why : 'lost';
  const statement = canonicalJson({
    v: 1,
    county: tx.ctx.county.slug,
    purpose,
    from: id,
    to: next.id,
    key: next.publicKey,
    why: reason,
    at: tx.at.toISOString(),
  });
  const text = rotationText(statement);
  const [signature, confirmation] = [old?.sign(text) ?? null, next.sign(text)];
  await tx.named(
    'platform.rotate-key',
    `insert into platform.key_rotations (county_id, id, purpose, from_id, to_id, why, statement, signature, confirmation, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.countyId, newId<'rotation'>(), purpose, id, next.id, reason, statement, signature, confirmation, tx.at],
  );
  await tx.named(
    'platform.retire-key',
    'update platform.signing_keys set retired_at = $3, retired_why = $4 where county_id = $1 and id = $2',
    [tx.countyId, id, tx.at, reason],
  );
}

// The bytes that the old and the new key sign.
const rotationText = (statement: string): string => `xiangyin-key-rotation-v1\n${statement}\n`;
