import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { GivenSecret } from '../contract.ts';
import type { Kind } from '../kinds/kind.ts';
import { partsOf } from '../kinds/sending.ts';

/** What a channel's secret is sealed for. */
export const secretPurpose = 'channels.secret';

/** The secrets that sign for a channel now, opened: the present one first, then the former while it still holds. */
export async function openSecrets(tx: Tx, channelId: string): Promise<string[]> {
  const [row] = await tx.named<{ present: Buffer | null; former: Buffer | null }>(
    'channels.secrets',
    'select sealed_secret as present, case when former_until > $3 then sealed_former_secret end as former from channels.channels where county_id = $1 and id = $2',
    [tx.countyId, channelId, tx.ctx.app.clock.now()],
  );
  const { keys } = tx.ctx.app;
  const sealed = [row?.present, row?.former].flatMap((one) => one ?? []);
  return Promise.all(sealed.map(async (one) => (await keys.unseal(secretPurpose, one)).toString()));
}

/** A secret on its way into the database, and what is shown of it this once. */
export interface SealedSecret {
  readonly sealed: Buffer | null;
  readonly shown: string | null;
}

/** The first secret of a channel. Refuses: BadRequest (400) where a part that the kind needs is missing, or one is given that it does not know. */
export async function firstSecret({ app }: Ctx, kind: Kind, given: GivenSecret | undefined): Promise<SealedSecret> {
  if (kind.secret?.from === 'given') {
    const parts = givenParts(kind.secret.parts, {}, given ?? []);
    return { sealed: await app.keys.seal(secretPurpose, Buffer.from(JSON.stringify(parts))), shown: null };
  }
  mustBeUnasked(given);
  if (!kind.secret) return { sealed: null, shown: null };
  return madeSecret(app, kind.secret);
}

/** A secret that the program makes: a new one each time. */
export async function madeSecret(
  { keys }: Ctx['app'],
  secret: Extract<Kind['secret'], { from: 'made' | 'kept' }>,
): Promise<SealedSecret> {
  const made = await secret.make();
  return { sealed: await keys.seal(secretPurpose, Buffer.from(made)), shown: secret.from === 'made' ? made : null };
}

/** The given secret with these parts in the place of the former ones; null: nothing was given, and all stays. Refuses: BadRequest (400). */
export async function changedSecret(
  tx: Tx,
  kind: Kind,
  channelId: string,
  given: GivenSecret | undefined,
): Promise<Buffer | null> {
  if (!given || given.length === 0) return null;
  if (kind.secret?.from !== 'given') return mustBeUnasked(given);
  const parts = givenParts(kind.secret.parts, partsOf(await openSecrets(tx, channelId)), given);
  return tx.ctx.app.keys.seal(secretPurpose, Buffer.from(JSON.stringify(parts)));
}

function mustBeUnasked(given: GivenSecret | undefined): null {
  if (given && given.length > 0) refuse('BadRequest', {}, [{ path: '/secret', code: 'unknown' }]);
  return null;
}

function givenParts(
  known: Readonly<Record<string, 'needed' | 'optional'>>,
  former: Readonly<Record<string, string>>,
  given: GivenSecret,
): Record<string, string> {
  const parts: Record<string, string> = { ...former };
  for (const [at, { part, value }] of given.entries()) {
    if (!Object.hasOwn(known, part)) refuse('BadRequest', {}, [{ path: `/secret/${at}/part`, code: 'unknown' }]);
    parts[part] = value;
  }
  for (const [part, need] of Object.entries(known))
    if (need === 'needed' && !parts[part]) refuse('BadRequest', {}, [{ path: `/secret/${part}`, code: 'required' }]);
  return parts;
}
