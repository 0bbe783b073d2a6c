import { holdersOf } from '#access';
import { notify } from '#notices';
import type { Recurring } from '#platform/jobs';
import type { Tx } from '#platform/transaction';
import { stepAtDesk } from './chain/chain-queries.ts';
import { layDownForgotten } from './story/lay-down-left.ts';
import { leaveRevision } from './draft/leave-revision.ts';
import { readMailbox } from './mail/read-mailbox.ts';
import { extendRecurrences } from './planning/extend-recurrences.ts';
import { tellDeadlines } from './planning/tell-deadlines.ts';
import { onDutyAt } from './review/on-duty-at.ts';
import { archiveOld } from './story/archive-story.ts';
import { storyHref } from './story/story-hrefs.ts';
import { storyById, storyColumns, storyTables } from './story/story-queries.ts';
import type { StoryRow } from './story/story-queries.ts';
import { runDueReleases } from './release/run-release.ts';
import { publishDue } from './edition/schedule-story.ts';
import { tellMissed } from './edition/tell-missed.ts';
import { tellGaps } from './roster/tell-gaps.ts';
import { forgetVoices } from './voice/forget-voices.ts';
import { reviewSteps } from './story/states.ts';

const contactDays = 30;
/** After a pause of so many seconds what was written together becomes a version; after so many it does although nobody paused. */
const restSeconds = 10;
const longestSeconds = 120;

/** The newsroom's work by the clock: what is signed off is published when its time has come, and who waits for what was not is told; whoever is on duty learns of what waits too long, and after half an hour their deputies; deadlines of assignments are told; gaps in the watch are told three days before; recurring ideas are made two months ahead; readers' addresses go 30 days after their report was dealt with, and voice notes that were taken away. */
export const recurring: readonly Recurring[] = [
  {
    name: 'newsroom.remind-overdue',
    everySeconds: 60,
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        for (const one of await overdue(tx)) {
          const settlers = await whoMaySettle(tx, one);
          await remind(tx, one, settlers);
          await askDeputies(tx, one, settlers);
        }
      }),
  },
  {
    name: 'newsroom.tell-deadlines',
    everySeconds: 60,
    run: (ctx) => ctx.transaction(tellDeadlines),
  },
  {
    name: 'newsroom.remind-held',
    everySeconds: 60,
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        for (const story of await heldAndDue(tx)) await remindHeld(tx, story);
      }),
  },
  {
    name: 'newsroom.tell-gaps',
    everySeconds: 3_600,
    run: (ctx) => ctx.transaction(tellGaps),
  },
  {
    name: 'newsroom.archive-old',
    everySeconds: 3_600,
    run: async (ctx) => void (await archiveOld(ctx)),
  },
  {
    name: 'newsroom.extend-recurrences',
    everySeconds: 3_600,
    run: async (ctx) => void (await extendRecurrences(ctx)),
  },
  {
    name: 'newsroom.publish-due',
    everySeconds: 5,
    run: async (ctx) => {
      await publishDue(ctx);
      await runDueReleases(ctx);
    },
  },
  {
    name: 'newsroom.tell-missed',
    everySeconds: 60,
    run: (ctx) => ctx.transaction(tellMissed),
  },
  {
    name: 'newsroom.cut-drafts',
    everySeconds: 10,
    run: async (ctx) => {
      for (const storyId of await ctx.transaction((tx) => restingDrafts(tx))) await leaveRevision(ctx, storyId);
    },
  },
  {
    name: 'newsroom.lay-down-forgotten',
    everySeconds: 3_600,
    soonAfterStart: true,
    run: layDownForgotten,
  },
  {
    name: 'newsroom.read-mail',
    everySeconds: 60,
    run: readMailbox,
  },
  {
    name: 'newsroom.forget-voices',
    everySeconds: 3_600,
    run: forgetVoices,
  },
  {
    name: 'newsroom.forget-contacts',
    everySeconds: 3_600,
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        await tx.named(
          'newsroom.forget-contacts',
          `update newsroom.error_reports set contact = null where county_id = $1 and contact is not null and state <> 'new' and coalesce(settled_at, at) < $2`,
          [tx.countyId, new Date(tx.at.getTime() - contactDays * 86_400_000)],
        );
      }),
  },
];

// Real time: what was written is stamped with it.
async function restingDrafts(tx: Tx): Promise<string[]> {
  const now = tx.ctx.app.clock.now().getTime();
  const rows = await tx.named<{ id: string }>(
    'newsroom.resting-drafts',
    `select u.story_id as id from newsroom.draft_updates u
      where u.county_id = $1 group by u.story_id having max(u.written_at) <= $2 or min(u.written_at) <= $3`,
    [tx.countyId, new Date(now - restSeconds * 1_000), new Date(now - longestSeconds * 1_000)],
  );
  return rows.map((row) => row.id);
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

// What has been told once is told no more (the notice's key), so that looking back a day finds also what fell due while nothing ran.
const overdue = (tx: Tx): Promise<Overdue[]> =>
  tx.named<Overdue>(
    'newsroom.overdue',
    `select 'story.overdue' as kind, s.id, true as "atStep", s.due_at as "dueAt", s.place_id as "placeId", c.unit_id as "unitId"
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
      where r.county_id = $1 and r.state = 'new' and not r.suspect and r.due_at between $2 and $3`,
    [tx.countyId, new Date(tx.at.getTime() - 86_400_000), tx.at, reviewSteps],
  );

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
  });
}

const heldAndDue = (tx: Tx): Promise<StoryRow[]> =>
  tx.named<StoryRow>(
    'newsroom.held-and-due',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.state = 'held' and s.remind_at between $2 and $3`,
    [tx.countyId, new Date(tx.at.getTime() - 86_400_000), tx.at],
  );

// Whoever kept it may have left the desk meanwhile: then it is for whoever is on duty.
async function remindHeld(tx: Tx, story: StoryRow): Promise<void> {
  const here = await holdersOf(tx, {
    roles: ['editor', 'section-head', 'chief-editor'],
    placeId: story.placeIds[0],
    unitId: story.unitId,
  });
  await notify(tx, {
    personIds: story.heldBy && here.includes(story.heldBy) ? [story.heldBy] : await onDutyAt(tx, story),
    kind: 'story.held-reminder',
    subjectId: story.id,
    href: storyHref(story.id),
    dedupeKey: `held:${story.id}:${story.remindAt?.toISOString() ?? ''}`,
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
