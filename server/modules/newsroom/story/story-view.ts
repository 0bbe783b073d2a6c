import type { Actor } from '#platform/actor';
import { abilitiesOn, may, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import { movesOf } from '#platform/states';
import type { MoveRow } from '#platform/states';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { codeOf, placeById } from '#places';
import { displayNames } from '#people';
import type { ListedStory, StoryLine, StoryView } from '../contract.ts';
import { isEmbargoed, waitsForSource } from '../embargo/embargo.ts';
import { hitsIn } from '../lists/story-words.ts';
import { storyPlan } from '../planning/story-plan.ts';
import { fallenSignature, signatureLines } from '../review/signature-queries.ts';
import { isOutOfTurn } from '../review/last-hand.ts';
import { reviewRole } from '../review/review-role.ts';
import { chainBySlug, chainFor, stepAtDesk } from '../chain/chain-queries.ts';
import { nextStepOf, stepsFor } from '../chain/chain.ts';
import type { ChainStep, ChainVersion } from '../chain/chain.ts';
import { mayExcept } from '../review/review-at-hand.ts';
import { sidesOf } from '../review/round.ts';
import { mayWithdrawInGap } from '../review/watch-gap.ts';
import { isUntouched } from '../review/take-back-signature.ts';
import { mergedAmong } from '../submission/submission-queries.ts';
import { sectionsById } from '../section/section-queries.ts';
import type { Section } from '../section/section-queries.ts';
import { mayBeArchived } from './archive-story.ts';
import { revisionById } from './revision.ts';
import { afterReview, isInReview, isInWork, reviewSteps, withdrawalReview } from './states.ts';
import type { StepRule } from './states.ts';
import { isStandingNotice } from './standing-notice.ts';
import { storyById } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The lines of a list, with what the asker may do to each. `sought`: the question that found them. */
export async function listedStories(
  tx: Tx,
  actor: Actor,
  stories: readonly StoryRow[],
  sought?: string,
): Promise<ListedStory[]> {
  const [lines, offers, hits, merged] = await together(
    storyLines(tx, stories),
    together(...stories.map((story) => offersOn(tx, actor, story))),
    hitsIn(tx, stories, sought),
    mergedAmong(
      tx,
      stories.filter(({ state }) => state === 'discarded').map(({ id }) => id),
    ),
  );
  return lines.map((line, at) => ({
    ...line,
    offers: offers[at] ?? [],
    merged: merged.has(line.id),
    hit: hits.get(line.id) ?? null,
  }));
}

// Whose side of the round they stand on is asked where they sign: a list would ask it for each row.
async function offersOn(tx: Tx, actor: Actor, story: StoryRow): Promise<ListedStory['offers']> {
  const rule = await stepAtDesk(tx, story);
  if (rule) return reviewRole(tx, actor, story, rule) ? ['review'] : [];
  const isDraft = story.state === 'draft' || story.state === 'returned';
  return isDraft && may(tx, actor, 'story.edit', story) ? ['edit'] : [];
}

// Names and sections are read once for all.
async function storyLines(tx: Tx, stories: readonly StoryRow[]): Promise<StoryLine[]> {
  const [sections, names] = await together(sectionsById(tx), displayNames(tx, stories.flatMap(personsOf)));
  return stories.map((story) => lineOf(tx, story, found(sections.get(story.sectionId)), names));
}

const personsOf = ({ authorId, holderId, editorId }: StoryRow): string[] =>
  [authorId, holderId, editorId].filter((id) => id !== null);

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
    editor: story.editorId ? { id: story.editorId, name: nameOf(story.editorId) } : null,
    state: story.state,
    publicState: story.publicState,
    path: story.path,
    important: story.important,
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
    updateNote: story.updateNote,
    firstPublishedAt: moment(story.firstPublishedAt),
    publishedAt: moment(story.publishedAt),
    withdrawnAt: moment(story.withdrawnAt),
    afterReviewDueAt: moment(story.afterReviewDueAt),
    remindAt: moment(story.remindAt),
    archivedAt: moment(story.archivedAt),
    publishAt: moment(story.publishAt),
    publishHeld: story.publishHeld,
    embargo: story.embargoUntil ? { until: story.embargoUntil.toISOString(), source: story.embargoSource } : null,
    releaseId: story.releaseId,
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
  const asItStands = chainBySlug(tx, story.path);
  const [
    sections,
    known,
    signatures,
    others,
    translations,
    mySignatureFell,
    beside,
    sides,
    chain,
    standing,
    moves,
    plan,
    inGap,
  ] = await together(
    sectionsById(tx),
    revisionById(tx, story.revisionId),
    signatureLines(tx, story),
    displayNames(tx, [...personsOf(story), keeperOf(story)]),
    translationsOf(tx, story),
    fallenSignature(tx, story, actor.id),
    besideOf(tx, story),
    standsOn(tx, actor, story),
    story.versionId ? chainFor(tx, story) : asItStands,
    asItStands,
    story.state === 'held' ? movesOf(tx, 'story', [story.id]) : Promise.resolve([]),
    storyPlan(tx, actor, story.id),
    mayWithdrawInGap(tx, actor, story),
  );
  const revision = found(known);
  // Most often the author wrote it.
  const names = others.has(revision.writtenBy)
    ? others
    : await displayNames(tx, [...others.keys(), revision.writtenBy]);
  const { edition } = beside;
  const given = approvalsInRound(story, signatures);
  const abilities = abilitiesHere(tx, actor, story, { sides, chain, inGap, isSigned: given.length > 0 });
  const atDesk = chain.steps.find((one) => one.step === story.state);
  const step = stepToShow(story, atDesk, abilities);
  return {
    ...lineOf(tx, story, found(sections.get(story.sectionId)), names),
    text: revision.text,
    textHash: revision.textHash,
    savedAt: revision.writtenAt.toISOString(),
    savedBy: { id: revision.writtenBy, name: names.get(revision.writtenBy) ?? '' },
    successorId: story.successorId,
    step: step
      ? {
          step: step.step,
          roles: [...step.roles],
          checkList: step === atDesk ? [...atDesk.checkList] : [],
          checkListRequired: step === atDesk && atDesk.checkListRequired,
          next: step === atDesk ? (nextStepOf(chain, story, [...given, { step: atDesk.step }])?.step ?? null) : null,
          isException: step === atDesk && !standsFor(atDesk, sides.review),
        }
      : null,
    chain: {
      slug: chain.slug,
      name: standing.name,
      number: chain.number,
      separation: chain.separation,
      isChosen: story.chosenPath !== null,
      isOlder: chain.versionId !== standing.versionId,
      steps: stepsFor(chain, story).map((one) => ({
        step: one.step,
        roles: [...one.roles],
        dueMinutes: one.dueMinutes,
      })),
    },
    edition,
    translations,
    signatures,
    returned: story.state === 'returned' ? lastWords(signatures, 'returned') : null,
    rejected: story.state === 'rejected' ? lastWords(signatures, 'rejected') : null,
    held: heldBy(story, moves, names),
    failedReview: failedReview(signatures, edition),
    mySignatureFell,
    mayTakeBack: takeableBy(actor, story, signatures),
    openErrorReports: beside.reports,
    wasHandedIn: beside.handedIn && may(tx, actor, 'submission.list', story),
    plan,
    outOfTurn:
      step !== undefined &&
      abilities.includes(`story.${step.step}`) &&
      (await isOutOfTurn(tx, actor, story, step, chain)),
    turnReviewDueAt: moment(story.turnReviewDueAt),
    abilities,
  };
}

// The approvals of the round in work that stand, also those carried into it.
const approvalsInRound = (story: StoryRow, signatures: StoryView['signatures']): StoryView['signatures'] =>
  signatures.filter(
    (one) =>
      one.roundId === story.roundId &&
      (one.verdict === 'approved' || one.verdict === 'carried') &&
      one.standing !== 'taken-back',
  );

const lastWords = (signatures: StoryView['signatures'], verdict: 'returned' | 'rejected'): StoryView['returned'] => {
  const last = signatures.findLast((one) => one.verdict === verdict);
  return last ? { by: last.signer, at: last.at, step: last.step, reason: last.reason ?? '' } : null;
};

function takeableBy(actor: Actor, story: StoryRow, signatures: StoryView['signatures']): StoryView['mayTakeBack'] {
  const last = signatures.at(-1);
  if (!last || last.signer.id !== actor.id || !isUntouched(story, last)) return null;
  return { signatureId: last.id, step: last.step, verdict: last.verdict };
}

// The step in work comes first; a review owed afterwards where the asker has no part in that one.
function stepToShow(
  story: StoryRow,
  atDesk: ChainStep | undefined,
  abilities: readonly string[],
): StepRule | undefined {
  const steps = [
    atDesk,
    story.afterRoundId ? afterReview : undefined,
    story.turnRoundId ? withdrawalReview : undefined,
  ].filter((rule) => rule !== undefined);
  return steps.find((rule) => abilities.includes(`story.${rule.step}`)) ?? steps[0];
}

const keeperOf = ({ heldBy: keeper, authorId }: StoryRow): string => keeper ?? authorId;

// Who keeps it for later stands in the move that did it.
function heldBy(story: StoryRow, moves: readonly MoveRow[], names: ReadonlyMap<string, string>): StoryView['held'] {
  if (story.state !== 'held') return null;
  const last = moves.at(-1);
  return {
    by: { id: keeperOf(story), name: names.get(keeperOf(story)) ?? '' },
    at: (last?.at ?? story.updatedAt).toISOString(),
    step: story.heldFrom ?? '',
    note: last?.reason ?? null,
  };
}

// A newer edition answers what was found in the one before.
function failedReview(signatures: StoryView['signatures'], edition: StoryView['edition']): StoryView['failedReview'] {
  const last = signatures.findLast((one) => one.step === afterReview.step);
  if (!last || !edition || last.verdict !== 'returned') return null;
  if (last.revisionId !== edition.revisionId || last.at < edition.publishedAt) return null;
  return { by: last.signer, at: last.at, reason: last.reason ?? '' };
}

/** What besides the row decides what is possible: where the asker stands, the chain, a gap in the watch, and whether somebody signed in the round in work. */
interface Circumstances {
  readonly sides: Sides;
  readonly chain: ChainVersion;
  readonly inGap: boolean;
  readonly isSigned: boolean;
}

// What the state allows besides the permission, so that a button is there exactly when its request would be taken.
function abilitiesHere(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  { sides, chain, inGap, isSigned }: Circumstances,
): string[] {
  const inReview = isInReview(story.state);
  const isDraft = story.state === 'draft' || story.state === 'returned';
  const signedOff = story.state === 'signed_off';
  const possible: Record<string, boolean> = {
    'story.edit': isDraft || inReview || signedOff,
    'story.submit': isDraft,
    'story.end-notice': isStandingNotice(story),
    'story.take-back': (inReview || story.state === 'held') && !isSigned,
    'story.hold-over': inReview || story.state === 'held',
    'story.reopen': story.state === 'rejected',
    'story.archive': story.archivedAt !== null || mayBeArchived(story),
    'story.discard': isDraft || story.state === 'discarded',
    'story.correct': story.state === 'done',
    'story.schedule': (isDraft || inReview) && story.releaseId === null,
    'story.lift-embargo':
      isInWork(story.state) &&
      isEmbargoed(story, tx.at) &&
      (!waitsForSource(story) || may(tx, actor, 'story.publish', story)),
    'story.publish': signedOff && story.releaseId === null,
    'story.withdraw': story.publicState === 'published',
    'story.withdraw-in-gap': inGap,
    'story.restore': story.publicState === 'withdrawn',
    'story.after_review': story.afterRoundId !== null,
    ...Object.fromEntries(reviewSteps.map((step) => [`story.${step}`, story.state === step])),
    'story.withdrawal_review': story.turnRoundId !== null,
  };
  const rule = chain.steps.find((one) => one.step === story.state);
  const maySign =
    rule &&
    reviewRole(tx, actor, story, rule) &&
    (standsFor(rule, sides.review) || mayExcept(chain, rule, sides.review));
  const withheld = [
    ...(rule && !maySign ? [`story.${rule.step}`, 'story.hold-over'] : []),
    ...(standsFor(afterReview, sides.after) ? [] : [`story.${afterReview.step}`]),
    ...(standsFor(withdrawalReview, sides.turn) ? [] : [`story.${withdrawalReview.step}`]),
  ];
  return abilitiesOn(tx, actor, 'story', story).filter(
    (ability) => !withheld.includes(ability) && (possible[ability] ?? true),
  );
}

const standsFor = (rule: StepRule, sides: readonly string[]): boolean =>
  sides.length === 0 || sides.includes(rule.side);

/** On which sides of the round in work, and of the review owed afterwards, the asker stands already. Whoever wrote does not sign. */
interface Sides {
  readonly review: readonly string[];
  readonly after: readonly string[];
  readonly turn: readonly string[];
}

async function standsOn(tx: Tx, actor: Actor, story: StoryRow): Promise<Sides> {
  if (actor.kind !== 'person') return { review: [], after: [], turn: [] };
  const [review, after, turn] = await together(
    story.roundId ? sidesOf(tx, story.roundId, actor.id) : Promise.resolve([]),
    story.afterRoundId ? sidesOf(tx, story.afterRoundId, actor.id) : Promise.resolve([]),
    story.turnRoundId ? sidesOf(tx, story.turnRoundId, actor.id) : Promise.resolve([]),
  );
  return { review, after, turn };
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

// The valid edition, reports of readers that are open, and whether a correspondent handed it in.
async function besideOf(
  tx: Tx,
  story: StoryRow,
): Promise<{ edition: StoryView['edition']; reports: number; handedIn: boolean }> {
  type Row = { id: string | null; number: number; revisionId: string; textHash: string; publishedAt: Date } & {
    reports: number;
    handedIn: boolean;
  };
  const [row] = await tx.named<Row>(
    'newsroom.beside-story',
    `select e.id, e.number, e.revision_id as "revisionId", e.text_hash as "textHash", e.published_at as "publishedAt",
       (select count(*)::int from newsroom.error_reports where county_id = $1 and story_id = $2 and state = 'new') as reports,
       exists (select 1 from newsroom.submissions where county_id = $1 and id = $2) as "handedIn"
     from newsroom.stories s left join newsroom.editions e on e.county_id = $1 and e.id = s.edition_id where s.county_id = $1 and s.id = $2`,
    [tx.countyId, story.id],
  );
  const { id, number, revisionId, textHash, publishedAt, reports, handedIn } = found(row);
  const edition = id === null ? null : { id, number, revisionId, textHash, publishedAt: publishedAt.toISOString() };
  return { edition, reports, handedIn };
}
