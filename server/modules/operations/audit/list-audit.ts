import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { orderIdByCode } from '#volunteering';
import { placeOrRefuse } from '#places';
import { mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { AuditList, AuditQuery } from '../contract.ts';

interface Row {
  id: string;
  act: string;
  actor: { kind: string; id: string };
  noun: string;
  subjectId: string;
  placeId: string | null;
  detail: Record<string, unknown>;
  at: Date;
  sealedSeq: number | null;
}

/** Acts on record, newest first unless asked otherwise: "who looked at this address?" is noun order, act order.see-address. Only of places the asker's grant covers; acts without a place need a grant for the whole county. Refuses: NotFound (404) for a place that is not there; an order code that nobody has finds nothing. */
export async function listAudit(ctx: Ctx, actor: Actor, asked: AuditQuery): Promise<AuditList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'audit.read');
    const { ranges } = rangesFor(tx, actor, 'audit.read');
    const whole = ranges.some(([lo]) => lo === 0);
    const order = asked.orderCode === undefined ? undefined : await orderIdByCode(tx, asked.orderCode);
    if (asked.orderCode !== undefined && order === undefined) return { items: [], next: null };
    const below = asked.placeId === undefined ? undefined : placeOrRefuse(tx, asked.placeId);
    const [past, direction] = asked.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    const rows = await tx.named<Row>(
      `operations.list-audit-${asked.sort}`,
      `select a.id, a.act, a.actor, a.noun, a.subject_id as "subjectId", a.place_id as "placeId", a.detail, a.at,
              (select s.seq from platform.seals s where s.county_id = a.county_id and s.chain = 'audit' and s.row_id = a.id) as "sealedSeq"
         from platform.audit a
        where a.county_id = $1 and ($2::text is null or a.noun = $2) and ($3::text is null or a.subject_id = $3) and ($4::text is null or a.act = $4)
          and ($5::text is null or a.actor ->> 'id' = $5) and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7) and ($8::uuid is null or a.id ${past} $8)
          and ($13::text is null or a.subject_id = $13 or a.detail ->> 'orderId' = $13) and ($14::text is null or a.actor ->> 'id' = $14 or a.subject_id = $14)
          and ($15::int is null or a.place_id = any(array(select p.id from places.places p where p.county_id = $1 and p.lo between $15 and $16)))
          and ($9 or a.place_id = any(array(select p.id from places.places p join unnest($10::int[], $11::int[]) r(lo, hi) on p.lo between r.lo and r.hi where p.county_id = $1)))
        order by a.id ${direction} limit $12`,
      [
        tx.countyId,
        asked.noun ?? null,
        asked.subjectId ?? null,
        asked.act ?? null,
        asked.actorId ?? null,
        asked.from ?? null,
        asked.until ?? null,
        asked.before ?? null,
        whole,
        ranges.map(([lo]) => lo),
        ranges.map(([, hi]) => hi),
        asked.limit + 1,
        order ?? null,
        asked.personId ?? null,
        below?.lo ?? null,
        below?.hi ?? null,
      ],
    );
    const shown = rows.slice(0, asked.limit);
    const names = await displayNames(
      tx,
      shown.filter((row) => row.actor.kind === 'person').map((row) => row.actor.id),
    );
    const items = shown.map((row) => ({
      id: row.id,
      act: row.act,
      actorKind: row.actor.kind,
      actorId: row.actor.id,
      actorName: names.get(row.actor.id) ?? null,
      noun: row.noun,
      subjectId: row.subjectId,
      placeId: row.placeId,
      detail: row.detail,
      at: row.at.toISOString(),
      sealedSeq: row.sealedSeq,
    }));
    return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
  });
}
