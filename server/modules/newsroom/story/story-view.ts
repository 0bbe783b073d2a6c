import type { Actor } from '#platform/actor';
import { abilitiesOn, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { codeOf, placeById } from '#places';
import { displayNames } from '#people';
import type { StoryLine, StoryView } from '../contract.ts';
import { fallenSignature, signatureLines } from '../review/signature-queries.ts';
import { reviewRole } from '../review/review-role.ts';
import { sideOf } from '../review/round.ts';
import { sectionsById } from '../section/section-queries.ts';
import type { Section } from '../section/section-queries.ts';
import { submissionById } from '../submission/submission-queries.ts';
import { revisionById } from './revision.ts';
import type { Revision } from './revision.ts';
import { afterReview, stepOf } from './states.ts';
import { storyById } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The lines of a list; names and sections are read once for all. */
export async function storyLines(tx: Tx, stories: readonly StoryRow[]): Promise<StoryLine[]> {
  const [sections, names] = await together(
    sectionsById(tx),
    displayNames(
      tx,
      stories.flatMap((story) => (story.holderId ? [story.authorId, story.holderId] : [story.authorId])),
    ),
  );
  return stories.map((story) => lineOf(tx, story, found(sections.get(story.sectionId)), names));
}

function lineOf(tx: Tx, story: StoryRow, section: Section, names: ReadonlyMap<string, string>): StoryLine {
  const nameOf = (id: string): string => names.get(id) ?? '';
  return {
    id: story.id,
    kind: story.kind,
    language: story.language,
    slug: story.slug,
    title: story.title,
    byline: story.byline,
    section: { id: section.id, slug: section.slug, name: section.name },
    places: story.placeIds.flatMap((id) => {
      const place = placeById(tx, id);
      return place ? [{ id, code: codeOf(place), name: place.name }] : [];
    }),
    author: { id: story.authorId, name: nameOf(story.authorId) },
    state: story.state,
    publicState: story.publicState,
    path: story.path,
    version: story.version,
    revisionId: story.revisionId,
    holder:
      story.holderId && story.heldSince
        ? { id: story.holderId, name: nameOf(story.holderId), since: story.heldSince.toISOString() }
        : null,
    dueAt: moment(story.dueAt),
    validUntil: moment(story.validUntil),
    level: story.level,
    translationOf: story.translationOf,
    correctionNote: story.correctionNote,
    firstPublishedAt: moment(story.firstPublishedAt),
    publishedAt: moment(story.publishedAt),
    withdrawnAt: moment(story.withdrawnAt),
    afterReviewDueAt: moment(story.afterReviewDueAt),
    publishAt: moment(story.publishAt),
    publishHeld: story.publishHeld,
    createdAt: story.createdAt.toISOString(),
    updatedAt: story.updatedAt.toISOString(),
  };
}

/** The story with its text, signatures and what the asker may do. Refuses: NotFound (404) for a story they may not see. */
export async function readStory(ctx: Ctx, actor: Actor, id: string): Promise<StoryView> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, id);
    mustSee(tx, actor, 'story.read', story);
    return storyView(tx, actor, story);
  });
}

/** The view of a story already read. */
export async function storyView(tx: Tx, actor: Actor, story: StoryRow): Promise<StoryView> {
  const [[line], { revision, savedBy }, signatures, edition, translations, mySignatureFell, openErrorReports, sides] =
    await together(
      storyLines(tx, [story]),
      savedRevision(tx, story.revisionId),
      signatureLines(tx, story),
      editionOf(tx, story),
      translationsOf(tx, story),
      fallenSignature(tx, story, actor.id),
      openReports(tx, story.id),
      sidesOf(tx, actor, story),
    );
  const step = stepOf(story.path, story.state) ?? (story.afterRoundId ? afterReview : undefined);
  const backFromInbox = story.state === 'returned' ? await returnedFromInbox(tx, story.id) : null;
  const lastReturn = story.state === 'returned' ? signatures.findLast((one) => one.verdict === 'returned') : undefined;
  return {
    ...found(line),
    text: revision.text,
    textHash: revision.textHash,
    savedAt: revision.writtenAt.toISOString(),
    savedBy,
    successorId: story.successorId,
    step: step ? { step: step.step, roles: [...step.roles] } : null,
    edition,
    translations,
    signatures,
    returned:
      lastReturn && !(backFromInbox && backFromInbox.at > lastReturn.at)
        ? { by: lastReturn.signer, at: lastReturn.at, step: lastReturn.step, reason: lastReturn.reason ?? '' }
        : backFromInbox,
    failedReview: failedReview(signatures, edition),
    mySignatureFell,
    openErrorReports,
    abilities: abilitiesHere(tx, actor, story, sides),
  };
}

// The desk sent it back before anybody signed.
async function returnedFromInbox(tx: Tx, id: string): Promise<StoryView['returned']> {
  const submission = await submissionById(tx, id);
  if (submission?.state !== 'returned' || !submission.decidedBy || !submission.decidedAt) return null;
  const names = await displayNames(tx, [submission.decidedBy]);
  return {
    by: { id: submission.decidedBy, name: names.get(submission.decidedBy) ?? '' },
    at: submission.decidedAt.toISOString(),
    step: 'submission',
    reason: submission.reason ?? '',
  };
}

// A newer edition answers what was found in the one before.
function failedReview(signatures: StoryView['signatures'], edition: StoryView['edition']): StoryView['failedReview'] {
  const last = signatures.findLast((one) => one.step === afterReview.step);
  if (!last || !edition || last.verdict !== 'returned') return null;
  if (last.revisionId !== edition.revisionId || last.at < edition.publishedAt) return null;
  return { by: last.signer, at: last.at, reason: last.reason ?? '' };
}

async function savedRevision(
  tx: Tx,
  id: string,
): Promise<{ revision: Revision; savedBy: { id: string; name: string } }> {
  const revision = found(await revisionById(tx, id));
  const names = await displayNames(tx, [revision.writtenBy]);
  return { revision, savedBy: { id: revision.writtenBy, name: names.get(revision.writtenBy) ?? '' } };
}

// What the state allows besides the permission, so that a button is there exactly when its request would be taken.
function abilitiesHere(tx: Tx, actor: Actor, story: StoryRow, sides: Sides): string[] {
  const inReview = stepOf(story.path, story.state) !== undefined;
  const isDraft = story.state === 'draft' || story.state === 'returned';
  const signedOff = story.state === 'signed_off';
  const possible: Record<string, boolean> = {
    'story.edit': isDraft || inReview || signedOff,
    'story.submit': isDraft,
    'story.take-back': inReview,
    'story.discard': isDraft || story.state === 'discarded',
    'story.correct': story.state === 'done',
    'story.schedule': isDraft || inReview,
    'story.publish': signedOff,
    'story.withdraw': story.publicState === 'published',
    'story.restore': story.publicState === 'withdrawn',
    'story.after_review': story.afterRoundId !== null,
    'story.first_review': story.state === 'first_review',
    'story.second_review': story.state === 'second_review',
    'story.final_review': story.state === 'final_review',
    'story.urgent_review': story.state === 'urgent_review',
  };
  const rule = stepOf(story.path, story.state);
  const maySign = rule && reviewRole(tx, actor, story, rule) && (sides.review ?? rule.side) === rule.side;
  const withheld = [
    ...(rule && !maySign ? [`story.${rule.step}`] : []),
    ...((sides.after ?? afterReview.side) === afterReview.side ? [] : [`story.${afterReview.step}`]),
  ];
  return abilitiesOn(tx, actor, 'story', story).filter(
    (ability) => !withheld.includes(ability) && (possible[ability] ?? true),
  );
}

/** On which side of the round in work, and of the review owed afterwards, the asker stands already. Whoever wrote does not sign. */
interface Sides {
  readonly review: string | undefined;
  readonly after: string | undefined;
}

async function sidesOf(tx: Tx, actor: Actor, story: StoryRow): Promise<Sides> {
  if (actor.kind !== 'person') return { review: undefined, after: undefined };
  const [review, after] = await together(
    story.roundId ? sideOf(tx, story.roundId, actor.id) : Promise.resolve(undefined),
    story.afterRoundId ? sideOf(tx, story.afterRoundId, actor.id) : Promise.resolve(undefined),
  );
  return { review, after };
}

async function editionOf(tx: Tx, story: StoryRow): Promise<StoryView['edition']> {
  const [row] = await tx.named<{ id: string; number: number; revisionId: string; textHash: string; publishedAt: Date }>(
    'newsroom.edition-line',
    'select id, number, revision_id as "revisionId", text_hash as "textHash", published_at as "publishedAt" from newsroom.editions where county_id = $1 and id = $2',
    [tx.countyId, story.editionId],
  );
  return row ? { ...row, publishedAt: row.publishedAt.toISOString() } : null;
}

async function translationsOf(tx: Tx, story: StoryRow): Promise<StoryView['translations']> {
  type Row = Omit<StoryView['translations'][number], 'withdrawnAt'> & { withdrawnAt: Date | null };
  const rows = await tx.named<Row>(
    'newsroom.translations',
    `select id, language, title, state, public_state as "publicState", withdrawn_at as "withdrawnAt" from newsroom.stories
       where county_id = $1 and id <> $2 and (translation_of = coalesce($3::uuid, $2) or id = $3::uuid) order by id`,
    [tx.countyId, story.id, story.translationOf],
  );
  return rows.map((row) => ({ ...row, withdrawnAt: moment(row.withdrawnAt) }));
}

async function openReports(tx: Tx, storyId: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'newsroom.open-reports',
    `select count(*) as n from newsroom.error_reports where county_id = $1 and story_id = $2 and state = 'new'`,
    [tx.countyId, storyId],
  );
  return row?.n ?? 0;
}
