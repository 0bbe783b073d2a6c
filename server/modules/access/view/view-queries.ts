import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { colleagues } from '../permissions.ts';

/** A kept view as it stands in the table, as permission rules see it. */
export interface ViewRow {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly search: string;
  readonly personId: string;
  /** Null: for its owner alone. */
  readonly placeId: string | null;
  readonly unitId: string | null;
  readonly version: number;
}

const columns = `v.id, v.list, v.name, v.search, v.person_id as "personId", v.place_id as "placeId", v.unit_id as "unitId", v.version`;

/** The most views that somebody keeps of one list. */
export const viewsKept = 50;

/** What is own or shared of a list, own ones first; who may see the shared ones is asked row by row. */
export const viewsOf = (tx: Tx, list: string, personId: string): Promise<ViewRow[]> =>
  tx.named<ViewRow>(
    'access.views-of',
    `select ${columns} from access.views v where v.county_id = $1 and v.list = $2 and (v.person_id = $3 or v.place_id is not null)
      order by v.person_id = $3 desc, v.name, v.id limit 500`,
    [tx.countyId, list, personId],
  );

/** The view, locked, or 404. */
export async function viewForUpdate(tx: Tx, id: string): Promise<ViewRow> {
  const [row] = await tx.named<ViewRow>(
    'access.view-for-update',
    `select ${columns} from access.views v where v.county_id = $1 and v.id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Whether somebody has the view in their list: it is theirs, or they work at its place, above or below, or in its unit. */
export function isSeen(tx: Tx, actor: Actor, view: ViewRow): boolean {
  const { placeId } = view;
  if (view.personId === actor.id) return true;
  if (placeId === null) return false;
  if (may(tx, actor, 'view.share', view)) return true;
  const { tree } = tx.ctx.app.permits;
  const worksBelow = ({ role, placeId: at }: { role: string; placeId: string }): boolean =>
    colleagues.some((one) => one === role) && tree.covers(tx.countyId, placeId, at);
  return view.unitId === null && actor.grants.some(worksBelow);
}
