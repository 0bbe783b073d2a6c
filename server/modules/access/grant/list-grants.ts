import { displayNames } from '#people';
import { placeLine, placeOrRefuse, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { GrantPage, GrantQuery, GrantView } from '../contract.ts';
import { countGrants, selectGrants } from '../grant-queries.ts';
import type { GrantRow } from '../grant-queries.ts';
import { unitNames } from '../unit-queries.ts';
import { isOver, mayEndGrant } from './may-end.ts';

/** Grants that the actor may see, in the order they were given or the other way round: those at places their own grants cover, and their own. */
export async function listGrants(ctx: Ctx, actor: Actor, query: GrantQuery): Promise<GrantPage> {
  return ctx.transaction(async (tx) => {
    const within = query.placeId ? placeOrRefuse(tx, query.placeId) : undefined;
    const wanted = {
      ...query,
      ...(within ? { within: [within.lo, within.hi] as const } : {}),
      ranges: rangesFor(tx, actor, 'grant.see').ranges,
      self: actor.id,
    };
    const rows = await selectGrants(tx, wanted);
    const shown = rows.slice(0, query.limit);
    return {
      items: await grantViews(tx, actor, shown),
      next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
      total: await countGrants(tx, wanted),
    };
  });
}

/** One grant as lists show it. */
export const grantView = async (tx: Tx, actor: Actor, row: GrantRow): Promise<GrantView> =>
  found((await grantViews(tx, actor, [row]))[0]);

async function grantViews(tx: Tx, actor: Actor, rows: readonly GrantRow[]): Promise<GrantView[]> {
  const names = await displayNames(
    tx,
    rows.map((row) => row.personId),
  );
  const units = await unitNames(
    tx,
    rows.flatMap((row) => row.unitId ?? []),
  );
  return rows.map((row) => {
    const unit = row.unitId ? units.get(row.unitId) : undefined;
    return {
      id: row.id,
      person: { id: row.personId, name: names.get(row.personId) ?? '' },
      role: row.role,
      roleName: tx.ctx.app.wording.say(tx.ctx.tag, `role.${row.role}`),
      place: placeLine(found(placesOf(tx).byId(row.placeId))),
      unit: row.unitId && unit ? { id: row.unitId, name: unit } : null,
      duty: row.duty,
      fromAt: row.fromAt.toISOString(),
      untilAt: row.untilAt?.toISOString() ?? null,
      holds: row.fromAt <= tx.at && (!row.untilAt || row.untilAt > tx.at),
      abilities: abilities(tx, actor, row),
    };
  });
}

const abilities = (tx: Tx, actor: Actor, row: GrantRow): string[] =>
  !isOver(row, tx.at) && mayEndGrant(tx, actor, row) ? ['grant.end'] : [];
