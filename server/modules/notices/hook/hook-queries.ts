import type { Tag } from '#platform/i18n';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { HookDuty, HookKindName } from '../contract.ts';

/** A hook without what is secret. Exactly one of `personId` and `placeId` is null. */
export interface HookRow {
  readonly id: string;
  readonly kind: HookKindName;
  readonly name: string;
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly duties: HookDuty[];
  readonly language: Tag;
  readonly host: string;
  readonly lastSentAt: Date | null;
  readonly lastFailure: string | null;
  readonly madeAt: Date;
  /** How many of its posts are on their way: due, or being sent. */
  readonly waiting: number;
}

const columns = `h.id, h.kind, h.name, h.person_id as "personId", h.place_id as "placeId", h.duties, h.language, h.host, h.last_sent_at as "lastSentAt", h.last_failure as "lastFailure", h.made_at as "madeAt",
  (select count(*)::int from notices.posts p where p.county_id = $1 and p.hook_id = h.id and (p.state = 'sending' or p.state = 'planned' and p.due_at <= $3)) as waiting`;

/** Somebody's own hooks, or with null those of duties; by name. */
export const hooksOf = (tx: Tx, personId: string | null): Promise<HookRow[]> =>
  tx.named<HookRow>(
    'notices.hooks-of',
    `select ${columns} from notices.hooks h where h.county_id = $1 and h.person_id is not distinct from $2::uuid order by h.name, h.id`,
    [tx.countyId, personId, tx.at],
  );

/** One hook. Refuses: NotFound (404). */
export async function hookById(tx: Tx, id: string): Promise<HookRow> {
  const [row] = await tx.named<HookRow>(
    'notices.hook-by-id',
    `select ${columns} from notices.hooks h where h.county_id = $1 and h.id = $2`,
    [tx.countyId, id, tx.at],
  );
  return found(row);
}
