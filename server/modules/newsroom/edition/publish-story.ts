import { difference } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { recordUses } from '#media';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { storyPublished } from '../events.ts';
import { mustBeFree } from '../embargo/embargo.ts';
import { endRound, takeSide } from '../review/round.ts';
import type { Approval } from '../review/round.ts';
import type { Revision } from '../story/revision.ts';
import { chainFor } from '../chain/chain-queries.ts';
import { nextStepOf, urgentSlug } from '../chain/chain.ts';
import { afterReview, storyStates } from '../story/states.ts';
import { placeOf, storyById } from '../story/story-queries.ts';
import type { EventFacts, StoryRow } from '../story/story-queries.ts';
import { correctionRuns } from './correction-runs.ts';
import { isOverUnseen } from './is-over-unseen.ts';
import { slugFor } from './slug.ts';
import { teaserOf } from './teaser.ts';

interface ToPublish {
  readonly story: StoryRow;
  readonly roundId: string;
  readonly revision: Revision;
  /** Every approval of the round, the last one among them. */
  readonly signatures: readonly Approval[];
  readonly signatureId: string;
  readonly facts: EventFacts;
}
interface Made {
  readonly id: string;
  readonly number: number;
  readonly kind: 'first' | 'update' | 'correction';
}

/** Makes the signed text the valid edition: in the transaction of the last signature, or when the time of a text signed off has come. Channels plan their copies in the same transaction by reacting to the event. Answers the story as it is then. Refuses: NoticeOver (409) for a notice whose end came before its publication; Embargoed (409) before the moment that its source named. */
export async function publishStory(tx: Tx, actor: Actor, one: ToPublish): Promise<StoryRow> {
  const { story, revision, roundId, signatures } = one;
  if (isOverUnseen(story, tx.at)) refuse('NoticeOver', { storyId: story.id });
  mustBeFree(story, tx.at);
  const [before, slug, chain] = await together(
    story.editionId ? editionText(tx, story.editionId) : Promise.resolve(undefined),
    story.slug ? Promise.resolve(story.slug) : slugFor(revision.text.title, story.language, story.id),
    chainFor(tx, story),
  );
  const edition = editionAfter(before, story);
  const nextStep = nextStepOf(chain, story, signatures)?.step ?? null;
  // From here on nothing is read that the next statement needs: all travel at once, in this order.
  const published = together(
    makeEdition(tx, one, edition, before?.text),
    endRound(tx, roundId, 'published'),
    // A new edition went through the chain: whether its withdrawal was right is no question any more.
    story.turnRoundId ? endRound(tx, story.turnRoundId, 'voided') : Promise.resolve(),
    move(
      tx,
      storyStates,
      { ...story, nextStep },
      'done',
      { by: actor, detail: { edition: edition.id } },
      {
        ...publicFrom(tx.at, story, edition),
        slug,
        teaser: JSON.stringify(teaserOf(revision.text, story.byline, signatures.length)),
      },
    ),
    showInPlaces(tx, story, story.firstPublishedAt ?? tx.at),
    recordUses(tx, { noun: 'story', subjectId: story.id, part: 'edition' }, revision.text),
  );
  const signers = signatures.map((signature) => signature.signerId);
  const isUrgent = story.path === urgentSlug;
  const owed = isUrgent ? published.then(() => oweReview(tx, story, signers)) : published;
  // Behind the move: it is read as it is from now on.
  const after = isUrgent ? Promise.resolve(undefined) : storyById(tx, story.id);
  const written = audit(tx, actor, {
    act: 'story.publish',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { edition: edition.id, kind: edition.kind, textHash: revision.textHash },
  });
  const told = emit(tx, storyPublished, actor, {
    ...one.facts,
    editionId: edition.id,
    number: edition.number,
    kind: edition.kind,
    byPath: story.path,
    slug,
    language: story.language,
    textHash: revision.textHash,
    replacesId: story.editionId,
  });
  const [row] = await together(after, owed, written, told);
  return row ?? storyById(tx, story.id);
}

const editionAfter = (before: { readonly number: number } | undefined, story: StoryRow): Made => ({
  id: newId<'edition'>(),
  number: (before?.number ?? 0) + 1,
  kind: !before ? 'first' : story.correctionNote ? 'correction' : 'update',
});

// Nothing of the work is left in the row: round, holder, due time and plan are over.
const publicFrom = (at: Date, story: StoryRow, edition: Made): Record<string, unknown> => ({
  public_state: 'published',
  edition_id: edition.id,
  published_at: at,
  first_published_at: story.firstPublishedAt ?? at,
  corrected_at: edition.kind === 'correction' ? at : story.correctedAt,
  withdrawn_at: null,
  turn_round_id: null,
  turn_review_due_at: null,
  round_id: null,
  correction_note: null,
  update_note: null,
  due_at: null,
  holder_id: null,
  held_since: null,
  held_open: false,
  publish_at: null,
  publish_held: false,
  withdrawal_holds: false,
  updated_at: at,
});

async function makeEdition(tx: Tx, one: ToPublish, made: Made, before: StoryText | undefined): Promise<void> {
  const { story, revision } = one;
  const runs =
    made.kind === 'correction' && before ? JSON.stringify(correctionRuns(difference(before, revision.text))) : null;
  await tx.named(
    'newsroom.make-edition',
    `insert into newsroom.editions (county_id, id, story_id, number, revision_id, round_id, signature_id, kind, path, text, text_hash, byline, correction_note, correction_runs, published_at, level, update_note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      tx.countyId,
      made.id,
      story.id,
      made.number,
      revision.id,
      one.roundId,
      one.signatureId,
      made.kind,
      story.path,
      JSON.stringify(revision.text),
      revision.textHash,
      story.byline,
      story.correctionNote,
      runs,
      tx.at,
      story.level,
      made.kind === 'update' ? story.updateNote : null,
    ],
  );
}

async function editionText(tx: Tx, id: string): Promise<{ number: number; text: StoryText }> {
  const [row] = await tx.named<{ number: number; text: StoryText }>(
    'newsroom.edition-text',
    'select number, text from newsroom.editions where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return row ?? refuse('NotFound');
}

/** Says in the place index since when the story is shown there; null takes it out. A translation is found through its original. */
export async function showInPlaces(
  tx: Tx,
  story: Pick<StoryRow, 'id' | 'translationOf'>,
  shownAt: Date | null,
): Promise<void> {
  await tx.named(
    'newsroom.show-in-places',
    'update newsroom.story_places set shown_at = $3 where county_id = $1 and story_id = $2',
    [tx.countyId, story.id, story.translationOf ? null : shownAt],
  );
}

// 先发后审: owed within a day by somebody who neither wrote nor signed it; both stand on sides of the new round from the beginning.
async function oweReview(tx: Tx, story: StoryRow, signers: readonly string[]): Promise<void> {
  const id = newId<'round'>();
  await tx.named(
    'newsroom.owe-round',
    'insert into newsroom.rounds (county_id, id, story_id, path, purpose, begun_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, id, story.id, story.path, 'after-review', tx.at],
  );
  const writers = await tx.named<{ writer: string }>(
    'newsroom.writers',
    `select r.written_by as writer from newsroom.revisions r where r.county_id = $1 and r.story_id = $2
     union select o.person_id from newsroom.revisions r join newsroom.revision_writers o on o.county_id = r.county_id and o.revision_id = r.id where r.county_id = $1 and r.story_id = $2`,
    [tx.countyId, story.id],
  );
  // A review still owed for an earlier urgent text is owed for this one now, by the same hour, and by nobody who had a part in either.
  const earlier = story.afterRoundId ? await partsIn(tx, story.afterRoundId) : [];
  const authors = [story.authorId, ...writers.map((row) => row.writer), ...sideIn(earlier, 'author')];
  for (const person of new Set(authors)) await takeSide(tx, id, person, 'author');
  for (const person of new Set([...signers, ...sideIn(earlier, 'final')].filter((one) => !authors.includes(one))))
    await takeSide(tx, id, person, 'final');
  if (story.afterRoundId) await endRound(tx, story.afterRoundId, 'voided');
  const due = new Date(tx.at.getTime() + afterReview.dueMinutes * 60_000);
  const owed = story.afterReviewDueAt;
  await tx.named(
    'newsroom.owe-review',
    'update newsroom.stories set after_round_id = $3, after_review_due_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, story.id, id, owed && owed < due ? owed : due],
  );
}

interface Part {
  readonly person: string;
  readonly side: string;
}

const partsIn = (tx: Tx, roundId: string): Promise<Part[]> =>
  tx.named<Part>(
    'newsroom.parts-in',
    'select person_id as person, side from newsroom.duties where county_id = $1 and round_id = $2',
    [tx.countyId, roundId],
  );

const sideIn = (parts: readonly Part[], side: string): string[] =>
  parts.filter((part) => part.side === side).map((part) => part.person);
