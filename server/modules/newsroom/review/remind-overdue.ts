import { holdersOf } from '#access';
import { notify } from '#notices';
import type { Tx } from '#platform/transaction';
import { stepAtDesk } from '../chain/chain-queries.ts';
import { reviewSteps } from '../story/states.ts';
import { lookBackTo } from './look-back.ts';
import { storyById } from '../story/story-queries.ts';

/** So many at most in one turn of the clock, a minute. */
const batch = 100;
/** After so many minutes it is looked at again: somebody else may be on duty by now, or the deputies' turn has come. */
const lookAgainMinutes = 10;

/** Tells whoever may settle it of what waits too long, `limit` at most, the longest untouched first: once for each person and deadline, so that only somebody who comes on duty hears of it later. */
export async function remindOverdue(tx: Tx, limit = batch): Promise<void> {
  for (const one of await overdue(tx, limit)) {
    const settlers = await whoMaySettle(tx, one);
    await remind(tx, one, settlers);
    await askDeputies(tx, one, settlers);
    await keepLook(tx, one);
  }
  await forgetLooks(tx);
}

interface Overdue {
  readonly kind: 'story.overdue' | 'error-report.overdue';
  readonly id: string;
  /** Whether a step of its chain waits; else a review afterwards, or a report. */
  readonly atStep: boolean;
  readonly dueAt: Date;
  readonly placeId: string;
  readonly unitId: string | null;
}

// Told once is told no more (the notice's key holds person, text and deadline), so that looking back a week finds also what fell due while nothing ran. What was looked at lately waits; the longest untouched comes first, so that a heap of it is worked through a batch at a time.
const overdue = (tx: Tx, limit: number): Promise<Overdue[]> =>
  tx.named<Overdue>(
    'newsroom.overdue',
    `select d.* from (
     select 'story.overdue' as kind, s.id, true as "atStep", s.due_at as "dueAt", s.place_id as "placeId", c.unit_id as "unitId"
            from newsroom.stories s join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
           where s.county_id = $1 and s.state = any($4) and s.due_at between $2 and $3
          union all
          select 'story.overdue', s.id, false, s.after_review_due_at, s.place_id, c.unit_id
            from newsroom.stories s join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
           where s.county_id = $1 and s.after_review_due_at between $2 and $3
          union all
          select 'story.overdue', s.id, false, s.turn_review_due_at, s.place_id, c.unit_id
            from newsroom.stories s join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
           where s.county_id = $1 and s.turn_review_due_at between $2 and $3
          union all
          select 'error-report.overdue', r.id, false, r.due_at, s.place_id, c.unit_id
            from newsroom.error_reports r join newsroom.stories s on s.county_id = r.county_id and s.id = r.story_id join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
           where r.county_id = $1 and r.state = 'new' and not r.suspect and r.due_at between $2 and $3
     ) d left join newsroom.overdue_looks l on l.county_id = $1 and l.subject_id = d.id and l.due_at = d."dueAt"
      where l.looked_at is null or l.looked_at <= $5
      order by l.looked_at nulls first, d."dueAt", d.id limit $6`,
    [tx.countyId, lookBackTo(tx), tx.at, reviewSteps, new Date(tx.at.getTime() - lookAgainMinutes * 60_000), limit],
  );

const keepLook = (tx: Tx, one: Overdue): Promise<unknown> =>
  tx.named(
    'newsroom.keep-look',
    `insert into newsroom.overdue_looks (county_id, subject_id, due_at, looked_at) values ($1, $2, $3, $4)
     on conflict (county_id, subject_id, due_at) do update set looked_at = excluded.looked_at`,
    [tx.countyId, one.id, one.dueAt, tx.at],
  );

const forgetLooks = (tx: Tx): Promise<unknown> =>
  tx.named('newsroom.forget-looks', 'delete from newsroom.overdue_looks where county_id = $1 and due_at < $2', [
    tx.countyId,
    lookBackTo(tx),
  ]);

interface Settlers {
  readonly onDuty: readonly string[];
  /** With those on duty. */
  readonly all: readonly string[];
}

// The heads of the desk, and whoever may sign the step that waits.
async function whoMaySettle(tx: Tx, one: Overdue): Promise<Settlers> {
  const step = one.atStep ? await stepAtDesk(tx, await storyById(tx, one.id)) : undefined;
  const roles = [...new Set(['section-head', 'chief-editor', ...(step?.roles ?? [])])];
  const where = { roles, placeId: one.placeId, unitId: one.unitId };
  return { onDuty: await holdersOf(tx, { ...where, onDuty: true }), all: await holdersOf(tx, where) };
}

async function remind(tx: Tx, one: Overdue, { onDuty, all }: Settlers): Promise<void> {
  await notify(tx, {
    personIds: onDuty.length > 0 ? onDuty : all,
    kind: one.kind,
    subjectId: one.id,
    href: one.kind === 'story.overdue' ? `/console/stories/${one.id}/review` : `/console/error-reports/${one.id}`,
    dueAt: one.dueAt,
    dedupeKey: `overdue:${one.id}:${one.dueAt.toISOString()}`,
    urgent: onDuty.length > 0,
    duty: { name: 'desk', placeId: one.placeId },
  });
}

/** How long whoever is on duty has for what is overdue, before their deputies are asked. */
const deputyMinutes = 30;

// Deputies are who holds the same posts and is not on duty. Without anybody on duty they were told at once.
async function askDeputies(tx: Tx, one: Overdue, { onDuty, all }: Settlers): Promise<void> {
  if (one.kind !== 'story.overdue' || tx.at.getTime() - one.dueAt.getTime() < deputyMinutes * 60_000) return;
  if (onDuty.length === 0) return;
  await notify(tx, {
    personIds: all.filter((id) => !onDuty.includes(id)),
    kind: 'story.overdue-deputy',
    subjectId: one.id,
    href: `/console/stories/${one.id}/review`,
    dueAt: one.dueAt,
    dedupeKey: `deputy:${one.id}:${one.dueAt.toISOString()}`,
    urgent: true,
  });
}
