import { mustBeInOwnLanguage, placeLine, placeOrRefuse, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewUnitRequest, UnitChange, UnitQuery, UnitView } from '../contract.ts';
import { selectUnits, unitById } from '../unit-queries.ts';
import type { UnitRow } from '../unit-queries.ts';
import { addUnit } from './add-unit.ts';

/** Units of the county, by kind and place. */
export async function listUnits(ctx: Ctx, actor: Actor, query: UnitQuery): Promise<{ items: UnitView[] }> {
  return ctx.transaction(async (tx) => {
    const below = query.placeId ? placeOrRefuse(tx, query.placeId) : undefined;
    const rows = await selectUnits(tx, query.kind, query.closed === 'true');
    return {
      items: rows
        .filter((row) => !below || placesOf(tx).covers(below.id, row.placeId))
        .map((row) => unitView(tx, actor, row)),
    };
  });
}

/** Makes a unit. Refuses: Forbidden (403), NotFound (404) for a place elsewhere. */
export async function makeUnit(ctx: Ctx, actor: Actor, request: NewUnitRequest): Promise<UnitView> {
  return ctx.transaction(async (tx) => {
    const place = placeOrRefuse(tx, request.placeId);
    must(tx, actor, 'unit.add', { placeId: place.id });
    mustBeInOwnLanguage(tx, request.name);
    const unit = await addUnit(tx, request);
    await audit(tx, actor, {
      act: 'unit.add',
      noun: 'unit',
      subjectId: unit.id,
      placeId: place.id,
      detail: { kind: unit.kind },
    });
    return unitView(tx, actor, { ...unit, closedAt: null });
  });
}

/** Renames, closes or reopens a unit. Its grants stay, for the record; closed units are not offered. */
export async function changeUnit(ctx: Ctx, actor: Actor, id: string, change: UnitChange): Promise<UnitView> {
  return ctx.transaction(async (tx) => {
    const unit = found(await unitById(tx, id));
    must(tx, actor, 'unit.change', { placeId: unit.placeId });
    if (change.name) mustBeInOwnLanguage(tx, change.name);
    const closedAt = change.closed === undefined ? unit.closedAt : change.closed ? (unit.closedAt ?? tx.at) : null;
    const name = change.name ?? unit.name;
    await tx.named(
      'access.change-unit',
      'update access.units set name = $3, closed_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, id, JSON.stringify(name), closedAt],
    );
    await audit(tx, actor, {
      act: 'unit.change',
      noun: 'unit',
      subjectId: id,
      placeId: unit.placeId,
      detail: { closed: closedAt !== null },
    });
    return unitView(tx, actor, { ...unit, name, closedAt });
  });
}

const unitView = (tx: Tx, actor: Actor, unit: UnitRow): UnitView => ({
  id: unit.id,
  kind: unit.kind,
  place: placeLine(found(placesOf(tx).byId(unit.placeId))),
  name: unit.name,
  closedAt: unit.closedAt?.toISOString() ?? null,
  abilities: may(tx, actor, 'unit.change', { placeId: unit.placeId }) ? ['unit.change'] : [],
});
