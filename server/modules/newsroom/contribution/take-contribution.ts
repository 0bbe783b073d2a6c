import type { StoryText } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ContributionView, NewContribution } from '../contract.ts';
import { readText } from '../story/revision.ts';
import { submitStory } from '../story/submit-story.ts';
import { writeStory } from '../story/write-story.ts';
import { doorFor } from './contributor.ts';
import { beginContribution, contributionForUpdate, noteStory, storeEdition } from './contribution-queries.ts';
import { followOrigin } from './follow-origin.ts';
import { withKeptPictures } from './keep-picture.ts';
import { readOrigin } from './read-origin.ts';
import type { Origin } from './read-origin.ts';
import { standingFor } from './standing-for.ts';

/** 上报: takes an edition that another centre published. The first becomes a story of its sender, handed in for review like every submission; a later one follows it. The same again is the same, so no key is needed.
 *  Calls the centre that published it, so not to be called inside a transaction. Refuses: MarkForged (422), OriginUnreachable (503), PicturesMissing (422), BadText (422), Unfinished (422), NotFound (404) for the section, Forbidden (403), Conflict (409) for one that another account handed in. */
export async function takeContribution(ctx: Ctx, actor: Actor, sent: NewContribution): Promise<ContributionView> {
  const signed = readText(sent.text, { draft: false });
  const text = await ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'contribution.send');
    return withWholeLinks(await withKeptPictures(tx, signed), new URL(sent.page).origin);
  });
  const origin = await readOrigin(ctx, { mark: sent.mark, page: sent.page, text: signed });
  return ctx.transaction(async (tx) => {
    const id = newId<'contribution'>();
    const isNew = await beginContribution(tx, { ...origin, id, senderId: actor.id });
    if (isNew) await beginStory(tx, actor, id, { sent, text, origin });
    const known = found(await contributionForUpdate(tx, origin));
    if (known.senderId !== actor.id) refuse('Conflict');
    const edition = editionOf(known.id, { sent, text, origin });
    if (await storeEdition(tx, { ...edition, settled: isNew ? 'taken' : null }))
      await audit(tx, actor, {
        act: 'contribution.receive',
        noun: 'story',
        subjectId: known.storyId,
        detail: { edition: origin.edition },
      });
    if (!isNew) await followOrigin(tx, actor, known, edition);
    return standingFor(tx, known, origin.edition);
  });
}

interface Received {
  readonly sent: NewContribution;
  /** With pictures and links as they stand here. */
  readonly text: StoryText;
  readonly origin: Origin;
}

async function beginStory(tx: Tx, actor: Actor, id: string, { sent, text, origin }: Received): Promise<void> {
  const { section, placeId } = await doorFor(tx, actor, sent.section);
  const story = await writeStory(tx.ctx, actor, {
    kind: sent.kind,
    language: text.language === 'en' ? 'en' : 'zh-CN',
    sectionId: section.id,
    placeIds: [placeId],
    text,
    byline: bylineOf(origin, sent.byline),
    validUntil: origin.validUntil,
  });
  await noteStory(tx, id, story.id);
  await submitStory(tx.ctx, actor, { storyId: story.id, version: story.version });
}

const longestByline = 80;

// Who publishes it there stands first: readers here learn whose word it is.
const bylineOf = ({ publisher }: Origin, byline: string): string =>
  (byline.startsWith(publisher) ? byline : `${publisher} ${byline}`).trim().slice(0, longestByline);

const editionOf = (contributionId: string, { sent, text, origin }: Received) => ({
  contributionId,
  number: origin.edition,
  mark: sent.mark,
  keyId: origin.keyId,
  steps: origin.steps,
  publisher: origin.publisher,
  page: sent.page,
  text,
  correction: sent.correction,
  publishedAt: origin.publishedAt,
});
export type NewEdition = ReturnType<typeof editionOf>;

/** A path of the site where the text stands leads there from here too. */
const withWholeLinks = (text: StoryText, site: string): StoryText =>
  JSON.parse(JSON.stringify(text), (key, value: unknown) =>
    key === 'href' && typeof value === 'string' && value.startsWith('/') ? `${site}${value}` : value,
  ) as StoryText;
