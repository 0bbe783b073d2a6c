import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { isAllowedInside } from '#platform/outbound/judged-way';
import { newSecret } from '#platform/outbound/signed-call';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HookWithSecret, NewDutyHook, NewHook } from '../contract.ts';
import { mustSpeak } from '../channel/must-speak.ts';
import { hookById } from './hook-queries.ts';
import { hookKinds } from './kinds/kinds.ts';
import { hookView } from './read-hooks.ts';

/** For what addresses and secrets of hooks are sealed. */
export const hookSeal = 'notices.hook';
/** What stands under the seal. */
export interface SealedHook {
  readonly address: string;
  readonly secret: string;
}

/** Somebody has few groups of their own. */
const mostOwn = 5;
const mostOfDuties = 200;

/** Adds a hook of one's own: told what oneself is told. Refuses: BadRequest (400) where address or secret do not fit the kind, TooManyHooks (422). */
export const addOwnHook = (ctx: Ctx, actor: Actor, request: NewHook): Promise<HookWithSecret> =>
  ctx.transaction((tx) => add(tx, actor, request, { personId: actor.id, placeId: null, duties: [] }));

/** Adds a hook of the duties at a place and below it. Refuses: as `addOwnHook`, NotFound (404) for a place that is not, Forbidden (403). */
export const addDutyHook = (
  ctx: Ctx,
  actor: Actor,
  { placeId, duties, ...request }: NewDutyHook,
): Promise<HookWithSecret> =>
  ctx.transaction((tx) => {
    placeOrRefuse(tx, placeId);
    must(tx, actor, 'notice-hook.arrange', { placeId });
    return add(tx, actor, request, { personId: null, placeId, duties: [...new Set(duties)] });
  });

interface Whose {
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly duties: readonly string[];
}

async function add(tx: Tx, actor: Actor, request: NewHook, whose: Whose): Promise<HookWithSecret> {
  const address = addressOrRefuse(tx, request);
  mustSpeak(tx, request.language);
  const { sealed, shown } = await sealedHook(tx, request);
  await mustBeFew(tx, whose.personId);
  const id = newId<'notice-hook'>();
  await tx.named(
    'notices.add-hook',
    `insert into notices.hooks (county_id, id, kind, name, person_id, place_id, duties, language, host, sealed, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      id,
      request.kind,
      request.name,
      whose.personId,
      whose.placeId,
      whose.duties,
      request.language,
      address.host,
      sealed,
      tx.at,
    ],
  );
  await audit(tx, actor, {
    act: 'notice-hook.add',
    noun: 'notice-hook',
    subjectId: id,
    placeId: whose.placeId,
    detail: { kind: request.kind },
  });
  return { hook: hookView(tx, actor, await hookById(tx, id)), secret: shown };
}

// Without encryption everybody on the way could read the address and post; in the house whoever runs the installation may allow it.
function addressOrRefuse(tx: Tx, { kind, address }: NewHook): URL {
  const read = URL.parse(address);
  const inner = tx.ctx.app.settings.innerHosts ?? [];
  const isSafe = read && (read.protocol === 'https:' || isAllowedInside(inner, read.hostname, read.port));
  if (!read || !isSafe || read.username !== '' || read.password !== '')
    refuse('BadRequest', {}, [{ path: '/address', code: 'not_encrypted' }]);
  if (!hookKinds[kind].fits(read)) refuse('BadRequest', {}, [{ path: '/address', code: 'other_address' }]);
  return read;
}

async function sealedHook(
  tx: Tx,
  { kind, address, secret }: NewHook,
): Promise<{ sealed: Buffer; shown: string | null }> {
  const from = hookKinds[kind].secret;
  if (from === 'given' && !secret) refuse('BadRequest', {}, [{ path: '/secret', code: 'required' }]);
  const shown = from === 'made' ? newSecret() : null;
  const inside: SealedHook = { address, secret: shown ?? (from === 'given' ? (secret ?? '') : '') };
  return { sealed: await tx.ctx.app.keys.seal(hookSeal, Buffer.from(JSON.stringify(inside))), shown };
}

async function mustBeFew(tx: Tx, personId: string | null): Promise<void> {
  const [row] = await tx.named<{ n: number }>(
    'notices.count-hooks',
    'select count(*)::int as n from notices.hooks where county_id = $1 and person_id is not distinct from $2::uuid',
    [tx.countyId, personId],
  );
  const most = personId === null ? mostOfDuties : mostOwn;
  if ((row?.n ?? 0) >= most) refuse('TooManyHooks', { most });
}
