import { addTag, beginSeries, changeSeries, tagStory } from '#newsroom';
import { demonstrationSeries, demonstrationTags } from '../content/tags.ts';
import type { Teller } from './teller.ts';

/** What the stories are about, and the series that one can read through. The stories must be there. */
export async function loadTags(teller: Teller): Promise<void> {
  for (const [at, tag] of demonstrationTags.entries())
    await teller.once(`tag:${tag.key}`, async (tx) => {
      teller.hoursAgo(30 - at);
      const editor = await teller.actor(tx, 'linxiaohe');
      const { id } = await addTag(tx.ctx, editor, { ...tag, slug: tag.key });
      for (const story of tag.stories)
        await tagStory(tx.ctx, editor, { storyId: teller.id(`story:${story}:zh`), add: [id], remove: [] });
      return id;
    });
  await teller.once(`series:${demonstrationSeries.key}`, async (tx) => {
    teller.hoursAgo(20);
    const editor = await teller.actor(tx, 'linxiaohe');
    const { key, stories, ...named } = demonstrationSeries;
    const { id, version } = await beginSeries(tx.ctx, editor, { ...named, slug: key });
    const storyIds = stories.map((story) => teller.id(`story:${story}:zh`));
    await changeSeries(tx.ctx, editor, { seriesId: id, version, storyIds });
    return id;
  });
}
