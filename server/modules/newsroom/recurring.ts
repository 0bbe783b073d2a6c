import { holdersOf } from '#access';
import { notify } from '#notices';
import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import type { Tx } from '#platform/transaction';
import { indexOlder } from './lists/index-story.ts';
import { layDownForgotten } from './story/lay-down-left.ts';
import { leaveRevision } from './draft/leave-revision.ts';
import { readMailbox } from './mail/read-mailbox.ts';
import { extendRecurrences } from './planning/extend-recurrences.ts';
import { tellDeadlines } from './planning/tell-deadlines.ts';
import { lookBackTo } from './review/look-back.ts';
import { onDutyAt } from './review/on-duty-at.ts';
import { remindOverdue } from './review/remind-overdue.ts';
import { archiveOld } from './story/archive-story.ts';
import { storyHref } from './story/story-hrefs.ts';
import { storyColumns, storyTables } from './story/story-queries.ts';
import type { StoryRow } from './story/story-queries.ts';
import { runDueReleases } from './release/run-release.ts';
import { publishDue } from './edition/schedule-story.ts';
import { tellMissed } from './edition/tell-missed.ts';
import { tellGaps } from './roster/tell-gaps.ts';
import { forgetVoices } from './voice/forget-voices.ts';

const contactDays = 30;
/** After a pause of so many seconds what was written together becomes a version; after so many it does although nobody paused. */
const restSeconds = 10;
const longestSeconds = 120;

/** The newsroom's work by the clock: what is signed off is published when its time has come, and who waits for what was not is told; whoever is on duty learns of what waits too long, and after half an hour their deputies; deadlines of assignments are told; gaps in the watch are told three days before; recurring ideas are made two months ahead; stories of an older version of the program are found by their words; readers' addresses go 30 days after their report was dealt with, and voice notes that were taken away. */
export const recurring: readonly Recurring[] = [
  {
    name: 'newsroom.remind-overdue',
    everySeconds: 60,
    due: dueBy('newsroom.due_late'),
    run: (ctx) => ctx.transaction(remindOverdue),
  },
  {
    name: 'newsroom.tell-deadlines',
    everySeconds: 60,
    due: dueBy('newsroom.due_answers'),
    run: (ctx) => ctx.transaction(tellDeadlines),
  },
  {
    name: 'newsroom.remind-held',
    everySeconds: 60,
    due: dueBy('newsroom.due_kept'),
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
    name: 'newsroom.index-stories',
    everySeconds: 60,
    due: dueBy('newsroom.due_words'),
    soonAfterStart: true,
    run: indexOlder,
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
    cannotBeUndone: true,
    due: dueBy('newsroom.due_to_go_out'),
    run: async (ctx) => {
      await publishDue(ctx);
      await runDueReleases(ctx);
    },
  },
  {
    name: 'newsroom.tell-missed',
    everySeconds: 60,
    due: dueBy('newsroom.due_not_out'),
    run: (ctx) => ctx.transaction(tellMissed),
  },
  {
    name: 'newsroom.cut-drafts',
    everySeconds: 10,
    due: dueBy('newsroom.due_drafts'),
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
    due: dueBy('newsroom.due_mail'),
    run: readMailbox,
  },
  {
    name: 'newsroom.forget-voices',
    everySeconds: 3_600,
    cannotBeUndone: true,
    run: forgetVoices,
  },
  {
    name: 'newsroom.forget-contacts',
    everySeconds: 3_600,
    cannotBeUndone: true,
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

const heldAndDue = (tx: Tx): Promise<StoryRow[]> =>
  tx.named<StoryRow>(
    'newsroom.held-and-due',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.state = 'held' and s.remind_at between $2 and $3`,
    [tx.countyId, lookBackTo(tx), tx.at],
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
