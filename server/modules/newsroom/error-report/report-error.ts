import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { countySetting } from '#platform/county-setting';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { countNet } from '#platform/net-counts';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { errorReported } from '../events.ts';
import { eventFacts, placeOf, storyBySlug } from '../story/story-queries.ts';
import { answerDue } from './answer-due.ts';
import { errorReportStates } from './states.ts';

/** What a reader says is wrong. `suspect`: the honeypot was filled; it is kept and shown under "please check". */
export interface ReportedError {
  slug: string;
  words: string;
  quote: string;
  contact: string | null;
  suspect: boolean;
  /** The address it came from; counted by its household, and not kept. */
  net: string;
}

/** Takes a report about a published story, from anybody, without account. Refuses: NotFound (404) for a story that is not published; TooManyRequests (429) beyond the county's `reportsPerNetAndDay` (20) from one household. */
export async function reportError(ctx: Ctx, actor: Actor, request: ReportedError): Promise<{ reportId: string }> {
  return ctx.transaction(async (tx) => {
    const story = await storyBySlug(tx, request.slug);
    if (!story?.editionId) return refuse('NotFound');
    const { hits, secondsLeft } = await countNet(tx, 'newsroom.reports', request.net);
    if (hits > countySetting(tx, 'reportsPerNetAndDay', 20))
      refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
    const id = newId<'error-report'>();
    await tx.named(
      'newsroom.add-report',
      `insert into newsroom.error_reports (county_id, id, story_id, edition_id, state, words, quote, contact, suspect, due_at, at) values ($1, $2, $3, $4, 'new', $5, $6, $7, $8, $9, $10)`,
      [
        tx.countyId,
        id,
        story.id,
        story.editionId,
        request.words,
        request.quote,
        request.contact,
        request.suspect,
        answerDue(tx.at),
        tx.at,
      ],
    );
    await begin(tx, errorReportStates, id, { by: actor });
    await emit(tx, errorReported, actor, { ...(await eventFacts(tx, story)), reportId: id, suspect: request.suspect });
    await audit(tx, actor, {
      act: 'error-report.make',
      noun: 'error-report',
      subjectId: id,
      placeId: placeOf(story),
      detail: { story: story.id, suspect: request.suspect },
    });
    return { reportId: id };
  });
}
