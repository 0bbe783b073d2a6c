import { addChain, changeSection, signReview, submitStory, writeStory } from '#newsroom';
import { placeByCode } from '#places';
import { textHash } from '@xiangyin/document';
import { refuse } from '#platform/refuse';
import { placeByName } from '../content/places.ts';
import { proofedChain, proofedStory } from '../content/proofed.ts';
import { storyText } from './story-text.ts';
import type { Teller } from './teller.ts';

/** One section's texts are proofread as well, and one of them waits for its first proof. The sections must be there, and whatever went by another chain in this one must have been told. */
export async function loadProofed(teller: Teller): Promise<void> {
  await teller.once('chain:proofed', async (tx) => {
    teller.hoursAgo(24 * 2);
    const chief = await teller.actor(tx, 'fangyuanshan');
    const chainId = await addChain(tx.ctx, chief, {
      name: proofedChain.name,
      separation: 'strict',
      steps: proofedChain.steps.map((one) => ({
        importantOnly: false,
        ...one,
        roles: [...one.roles],
        checkList: [...one.checkList],
        pairedWith: null,
        checkListRequired: false,
      })),
    });
    await changeSection(tx.ctx, chief, { sectionId: teller.id(`section:${proofedChain.section}`), chainId });
    return chainId;
  });
  await teller.once(`story:${proofedStory.key}`, async (tx) => {
    const { title, deck, paragraphs, placeName } = proofedStory;
    const text = storyText({ title, deck, paragraphs, alt: '', caption: '' }, 'zh', { picture: null });
    teller.hoursAgo(proofedStory.writtenHoursAgo);
    const written = await writeStory(tx.ctx, await teller.actor(tx, 'chenxi'), {
      kind: 'story',
      language: 'zh-CN',
      sectionId: teller.id(`section:${proofedChain.section}`),
      placeIds: [(placeByCode(tx, placeByName(placeName).code) ?? refuse('NotFound')).id],
      text,
    });
    teller.hoursAgo(proofedStory.submittedHoursAgo);
    await submitStory(tx.ctx, await teller.actor(tx, 'chenxi'), { storyId: written.id, version: written.version });
    teller.hoursAgo(proofedStory.signedHoursAgo);
    const { id } = await signReview(tx.ctx, await teller.actor(tx, 'linxiaohe'), {
      storyId: written.id,
      step: 'first_review',
      revisionId: written.revisionId,
      textHash: textHash(text),
      verdict: 'approved',
      ticked: proofedChain.steps[0].checkList,
    });
    return id;
  });
}
