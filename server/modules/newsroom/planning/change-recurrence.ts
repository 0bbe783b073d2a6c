import { placeOrRefuse, today } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { sectionById } from '../section/section-queries.ts';
import { followRule } from './follow-rule.ts';
import type { Followed } from './follow-rule.ts';
import { ideaById, ideaForUpdate } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';
import { dayBefore, endingOn, restFrom, settledRule } from '#platform/recurrence-rule';
import { insertRecurrence, recurrenceForUpdate, storeTemplate } from './recurrence-queries.ts';
import type { Recurrence, Template } from './recurrence-queries.ts';

/** What changes about a row of dates; only what is named. */
export interface RecurrenceChange {
  ideaId: string;
  version: number;
  recurrenceVersion: number;
  /** `following`: this date and all after it; `all`: every date from today on. What has been stays as it was. */
  scope: 'following' | 'all';
  /** Null: this date is the last one. */
  rule?: string | null | undefined;
  title?: string | undefined;
  note?: string | undefined;
  sectionId?: string | null | undefined;
  placeIds?: readonly string[] | undefined;
  /** HH:mm of the county; without a beginning, whole days. */
  times?: { startsTime: string | null; endsTime: string | null; days: number } | undefined;
}

/** What came of it, and what brings back what was; `undo` is null where this date had been changed by itself before. */
export interface RecurrenceChanged extends Followed {
  readonly idea: IdeaRow;
  readonly undo: Omit<RecurrenceChange, 'ideaId' | 'version' | 'recurrenceVersion'> | null;
}

/** Changes this date of a recurring idea and all that follow, or all from today on. Dates that the rule no longer names are dropped unless somebody is at work on them, new ones are made; a date changed by itself stays as it is. Refuses: NotRecurring (409); StaleVersion (409) when somebody changed the idea or the whole meanwhile; BadRequest (400) for a rule that we do not know or an end before the beginning; NotFound (404). */
export async function changeRecurrence(ctx: Ctx, actor: Actor, request: RecurrenceChange): Promise<RecurrenceChanged> {
  return ctx.transaction(async (tx) => {
    const seen = await ideaById(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', seen);
    must(tx, actor, 'idea.repeat', seen);
    const recurrence = await recurrenceForUpdate(tx, seen.recurrenceId ?? refuse('NotRecurring', { ideaId: seen.id }));
    const idea = await ideaForUpdate(tx, seen.id);
    const { recursOn } = idea;
    mustBeAsRead(idea.version, request.version);
    mustBeAsRead(recurrence.version, request.recurrenceVersion);
    if (recursOn === null || idea.recurrenceId !== recurrence.id)
      return refuse('StaleVersion', { current: idea.version });
    const scoped = await scopedTo(tx, request, recurrence, recursOn);
    const next = await changed(tx, actor, request, scoped, recursOn);
    await storeTemplate(tx, scoped.id, next);
    const followed = await followRule(tx, actor, await recurrenceForUpdate(tx, scoped.id), {
      from: request.scope === 'all' ? today(tx) : recursOn,
      ideaId: idea.id,
    });
    await audit(tx, actor, {
      act: 'idea.change-recurrence',
      noun: 'idea',
      subjectId: idea.id,
      placeId: idea.placeIds[0] ?? null,
      detail: { recurrenceId: scoped.id, scope: request.scope, rule: next.rule, ...toldOf(followed) },
    });
    return {
      idea: await ideaById(tx, idea.id),
      ...followed,
      undo: idea.recursApart ? null : undoOf(request, scoped, recursOn),
    };
  });
}

const toldOf = ({ changed: dates, ...rest }: Followed): Record<string, number> => ({ dates, ...rest });

// Of "this and all that follow" the dates before keep the recurrence as it was, ended; the others get one of their own.
async function scopedTo(tx: Tx, request: RecurrenceChange, whole: Recurrence, day: string): Promise<Recurrence> {
  if (request.scope === 'all' || request.rule === null || day <= whole.startsOn) return whole;
  const id = newId<'recurrence'>();
  await insertRecurrence(tx, { ...whole, id, startsOn: day, rule: restFrom(whole.rule, whole.startsOn, day) });
  await tx.named(
    'newsroom.part-occurrences',
    'update newsroom.ideas set recurrence_id = $3 where county_id = $1 and recurrence_id = $2 and recurs_on >= $4',
    [tx.countyId, whole.id, id, day],
  );
  await storeTemplate(tx, whole.id, { ...whole, rule: endingOn(whole.rule, dayBefore(day)) });
  return recurrenceForUpdate(tx, id);
}

async function changed(
  tx: Tx,
  actor: Actor,
  request: RecurrenceChange,
  before: Recurrence,
  day: string,
): Promise<Template> {
  const sectionId = request.sectionId === undefined ? before.sectionId : request.sectionId;
  const section = sectionId ? await sectionById(tx, sectionId) : undefined;
  const placeIds = request.placeIds && [...new Set(request.placeIds.map((id) => placeOrRefuse(tx, id).id))];
  must(tx, actor, 'idea.propose', { placeIds: placeIds ?? before.placeIds, unitId: section?.unitId ?? null });
  const { startsTime, endsTime, days } = request.times ?? before;
  if (endsTime !== null && (startsTime === null || (days === 1 && endsTime < startsTime)))
    refuse('BadRequest', {}, [{ path: '/times', code: 'invalid_value' }]);
  return {
    rule: ruleOf(request, before, day),
    title: request.title ?? before.title,
    note: request.note ?? before.note,
    sectionId,
    placeIds: placeIds ?? before.placeIds,
    days,
    startsTime,
    endsTime,
  };
}

function ruleOf({ rule }: RecurrenceChange, before: Recurrence, day: string): string {
  if (rule === undefined) return before.rule;
  return rule === null ? endingOn(before.rule, day) : settledRule(rule);
}

function undoOf(request: RecurrenceChange, before: Recurrence, day: string): RecurrenceChanged['undo'] {
  // An end is taken back by the same rule from this date on.
  const ended = request.rule === null;
  return {
    scope: ended ? 'following' : request.scope,
    rule: ended ? restFrom(before.rule, before.startsOn, day) : before.rule,
    title: before.title,
    note: before.note,
    sectionId: before.sectionId,
    placeIds: before.placeIds,
    times: { startsTime: before.startsTime, endsTime: before.endsTime, days: before.days },
  };
}
