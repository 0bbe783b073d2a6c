import { dayOf, today } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { ideaChanged } from './idea-events.ts';
import { ideaById, ideaForUpdate } from './idea-queries.ts';
import type { AssignmentKind, IdeaRow } from './idea-queries.ts';
import { aheadDays, makeOccurrences } from './make-occurrences.ts';
import { daysAfter, ruleDays, settledRule } from '#platform/recurrence-rule';
import { insertRecurrence, recurrenceForUpdate } from './recurrence-queries.ts';
import type { Template } from './recurrence-queries.ts';

/** How an idea repeats. */
export interface Repetition {
  ideaId: string;
  version: number;
  /** RRULE of RFC 5545, without its name. */
  rule: string;
  /** The assignments each date begins with, for nobody yet. */
  kinds?: readonly AssignmentKind[] | undefined;
}

/** Makes an idea the first of a row of dates: each date of the rule within two months becomes an idea of its own, the others when their time comes nearer. Refuses: NoDay (422) for an idea without a day; BadRequest (400) for a rule that we do not know or that leaves out the idea's own day; Conflict (409) for one that recurs already; StaleVersion, IdeaClosed (409). */
export async function repeatIdea(ctx: Ctx, actor: Actor, request: Repetition): Promise<IdeaRow> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    must(tx, actor, 'idea.repeat', idea);
    if (idea.state !== 'open') refuse('IdeaClosed', { ideaId: idea.id });
    mustBeAsRead(idea.version, request.version);
    if (idea.recurrenceId) refuse('Conflict');
    const startsOn = idea.fromOn ?? refuse('NoDay', { ideaId: idea.id });
    const rule = settledRule(request.rule);
    if (ruleDays(rule, startsOn, startsOn, startsOn).length === 0)
      refuse('BadRequest', {}, [{ path: '/rule', code: 'invalid_value' }]);
    const madeUntil = daysAfter(today(tx), aheadDays);
    const id = newId<'recurrence'>();
    await insertRecurrence(tx, {
      ...templateOf(tx, idea, startsOn),
      rule,
      id,
      startsOn,
      madeUntil,
      kinds: [...new Set(request.kinds)],
      proposedBy: idea.proposedBy,
    });
    await tx.named(
      'newsroom.first-occurrence',
      'update newsroom.ideas set recurrence_id = $3, recurs_on = $4, version = version + 1, updated_at = $5 where county_id = $1 and id = $2',
      [tx.countyId, idea.id, id, startsOn, tx.at],
    );
    // Of a row that began long ago only what is still to come is planned.
    const days = ruleDays(rule, startsOn, later(daysAfter(startsOn, 1), today(tx)), madeUntil);
    await makeOccurrences(tx, actor, await recurrenceForUpdate(tx, id), days);
    await emit(tx, ideaChanged, actor, { ideaId: idea.id, version: idea.version + 1 });
    await audit(tx, actor, {
      act: 'idea.repeat',
      noun: 'idea',
      subjectId: idea.id,
      placeId: idea.placeIds[0] ?? null,
      detail: { recurrenceId: id, rule, made: days.length },
    });
    return ideaById(tx, idea.id);
  });
}

const later = (a: string, b: string): string => (a > b ? a : b);

function templateOf(tx: Tx, idea: IdeaRow, startsOn: string): Omit<Template, 'rule'> {
  const zone = tx.ctx.county.timeZone;
  const lastOn = idea.endsAt ? dayOf(idea.endsAt, zone) : (idea.untilOn ?? startsOn);
  return {
    title: idea.title,
    note: idea.note,
    sectionId: idea.sectionId,
    placeIds: idea.placeIds,
    days: Math.min(60, Math.round((Date.parse(lastOn) - Date.parse(startsOn)) / 86_400_000) + 1),
    startsTime: idea.startsAt && clockOf(idea.startsAt, zone),
    endsTime: idea.endsAt && clockOf(idea.endsAt, zone),
  };
}

const clockOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
