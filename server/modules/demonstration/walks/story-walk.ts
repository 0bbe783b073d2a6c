import { condense, difference, textHash } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { stepIn } from '#access';
import { beginCorrection, saveText, signReview, storyById } from '#newsroom';
import type { StoryRow } from '#newsroom';
import { found, refuse } from '#platform/refuse';
import type { FormCall, PageAnswer } from '#platform/page';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import { loadedEntry } from '../loading/loaded-queries.ts';
import { timeUntilPublic } from './public-page.ts';
import { approvalsOf, keepWalkFacts, presentText } from './walk-queries.ts';

/** Who plays in the story's walk. */
export const storyCast = { write: 'chenxi', sign: 'fangyuanshan', change: 'linxiaohe' } as const;

/** The notice for tonight in both languages, as loaded; 404 in a county without it. */
export async function tonightsNotice(tx: Tx): Promise<{ zh: StoryRow; en: StoryRow }> {
  const [zh, en] = [
    found(await loadedEntry(tx, 'story:flood-tonight:zh')),
    found(await loadedEntry(tx, 'story:flood-tonight:en')),
  ];
  return { zh: await storyById(tx, zh.id), en: await storyById(tx, en.id) };
}

/** The chief editor signs both languages; the time counts from the last signature until the page in the visitor's language shows the text. */
export async function signTonight(call: FormCall): Promise<PageAnswer> {
  const { ctx, request } = call;
  return ctx.transaction(async (tx) => {
    const { actor, setCookie } = await stepIn(tx, request, storyCast.sign);
    const notice = await tonightsNotice(tx);
    let began = performance.now();
    for (const story of [notice.zh, notice.en]) {
      const seen = found(await presentText(tx, story.id));
      began = performance.now();
      await signReview(ctx, actor, {
        storyId: story.id,
        step: 'final_review',
        revisionId: seen.revisionId,
        textHash: seen.textHash,
        verdict: 'approved',
      });
    }
    const shown = await storyById(tx, ctx.language === 'en' ? notice.en.id : notice.zh.id);
    const path = `${ctx.language === ctx.county.languages[0] ? '' : `/${ctx.language}`}/stories/${shown.slug ?? ''}`;
    tx.afterCommit(() => measure(call, shown, path, began));
    return { redirect: '/demonstration/story#now', headers: { 'set-cookie': setCookie } };
  });
}

// The form's own transaction is over by now: what was measured is kept in another.
async function measure({ ctx, request }: FormCall, story: StoryRow, path: string, began: number): Promise<void> {
  const milliseconds = await timeUntilPublic(request, path, story.title, began);
  if (milliseconds === null) return;
  await inCounty(ctx.app, ctx.county, (fresh) =>
    fresh.transaction((tx) => keepWalkFacts(tx, 'story', story.id, { milliseconds })),
  );
}

/** An editor begins an update of the published notice and changes one digit: none of the signatures covers what is saved. */
export async function changeOneCharacter(call: FormCall): Promise<PageAnswer> {
  const { ctx, request } = call;
  return ctx.transaction(async (tx) => {
    const { actor, setCookie } = await stepIn(tx, request, storyCast.change);
    const notice = await tonightsNotice(tx);
    const story = ctx.language === 'en' ? notice.en : notice.zh;
    const signed = await approvalsOf(tx, story.id);
    const begun = await beginCorrection(ctx, actor, { storyId: story.id, note: null });
    const before = found(await presentText(tx, story.id)).text;
    const after = withOneDigitChanged(before);
    await saveText(ctx, actor, { storyId: story.id, version: begun.version, text: after });
    const fallenSignatures = signed.filter((one) => one.textHash !== textHash(after)).length;
    const runs = condense(difference(before, after)).flatMap((place) =>
      place.runs.map(({ kind, text }) => ({ kind, text })),
    );
    await keepWalkFacts(tx, 'story', story.id, { change: { runs, fallenSignatures } });
    return { redirect: '/demonstration/story#now', headers: { 'set-cookie': setCookie } };
  });
}

/** The text with one digit changed: the river rises by 70 centimetres where it said 60. */
export function withOneDigitChanged(text: StoryText): StoryText {
  let changed = false;
  const content = text.body.content.map((block) => {
    if (changed || block.type !== 'paragraph') return block;
    const inline = (block.content ?? []).map((node) => {
      if (changed || node.type !== 'text' || !node.text.includes('60')) return node;
      changed = true;
      return { ...node, text: node.text.replace('60', '70') };
    });
    return { ...block, content: inline };
  });
  if (!changed) refuse('WrongState');
  return { ...text, body: { ...text.body, content } };
}
