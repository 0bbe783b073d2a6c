import { openSection } from '#newsroom';
import { systemActor } from '#platform/actor';
import { storySections } from '../content/stories.ts';
import type { Teller } from './teller.ts';

/** The nine sections (栏目) in the order of the site's menu. */
export async function loadSections(teller: Teller): Promise<void> {
  teller.hoursAgo(24 * 99);
  for (const [position, { key, zh, en }] of storySections.entries())
    await teller.once(
      `section:${key}`,
      async (tx) =>
        (await openSection(tx.ctx, systemActor('demonstration'), { slug: key, name: { 'zh-CN': zh, en }, position }))
          .id,
    );
}
