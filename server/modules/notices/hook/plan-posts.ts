import { rootPlace } from '#places';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { HookDuty } from '../contract.ts';

/** For which duty something is, and where it belongs; a null place is the whole county. */
export interface OfDuty {
  readonly name: HookDuty;
  readonly placeId: string | null | undefined;
}

interface Posted {
  readonly kind: string;
  readonly href: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly dedupeKey: string;
}

/** Puts a notice in line for the hooks of those who were told (person → when it may go out) and for those of the duty, each once per key. */
export async function planPosts(
  tx: Tx,
  posted: Posted,
  told: ReadonlyMap<string, Date>,
  duty: OfDuty | undefined,
): Promise<void> {
  if (told.size === 0 && !duty) return;
  const hooks = await tx.named<{ id: string; personId: string | null; placeId: string | null }>(
    'notices.hooks-for',
    `select id, person_id as "personId", place_id as "placeId" from notices.hooks where county_id = $1 and (person_id = any($2::uuid[]) or $3::text = any(duties))`,
    [tx.countyId, [...told.keys()], duty?.name ?? null],
  );
  for (const { id, personId, placeId } of hooks) {
    if (personId !== null) await planPost(tx, id, posted, told.get(personId) ?? tx.at);
    else if (duty && placeId !== null && isOver(tx, placeId, duty)) await planPost(tx, id, posted, tx.at);
  }
}

const isOver = (tx: Tx, above: string, { placeId }: OfDuty): boolean =>
  tx.ctx.app.permits.tree.covers(tx.countyId, above, placeId ?? rootPlace(tx).id);

/** Puts one post in line. */
export const planPost = (tx: Tx, hookId: string, posted: Posted, dueAt: Date): Promise<unknown> =>
  tx.named(
    'notices.plan-post',
    `insert into notices.posts (county_id, id, hook_id, kind, dedupe_key, href, facts, state, due_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, 'planned', $8, $9)
     on conflict (county_id, hook_id, dedupe_key) do nothing`,
    [
      tx.countyId,
      newId<'post'>(),
      hookId,
      posted.kind,
      posted.dedupeKey,
      posted.href,
      JSON.stringify(posted.facts ?? {}),
      dueAt,
      tx.at,
    ],
  );
