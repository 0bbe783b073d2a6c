import { addressOf } from '#platform/county-address';
import type { PageCall } from '#platform/page';
import { together } from '#platform/together';
import type { PageFrame } from './page-contract.ts';
import { inWords } from '#places';
import { sectionsInOrder } from '#newsroom';
import { assetsOf } from './assets.ts';
import { legalNotices } from './legal-notices.ts';
import { lunarDate } from './lunar-date.ts';
import { ribbonOf } from './ribbon.ts';
import { siteNameOf } from './site-name.ts';

/** What stands around the page: county, language, edition, sections, ribbon. */
export async function frameFor(call: Pick<PageCall, 'ctx' | 'path' | 'query' | 'edition'>): Promise<PageFrame> {
  const { ctx } = call;
  const { county, language } = ctx;
  const [[sections, ribbon], assets] = await together(
    ctx.transaction((tx) => together(sectionsInOrder(tx), ribbonOf(tx, language))),
    assetsOf(),
  );
  const query = new URLSearchParams(call.query).toString();
  const now = ctx.now();
  const name = inWords(county.name, language);
  return {
    county: {
      siteName: siteNameOf(name),
      name,
      publisher: inWords(county.publisher, language),
      phone: county.phone,
      notices: legalNotices(county),
    },
    language,
    languages: county.languages,
    edition: call.edition,
    path: query ? `${call.path}?${query}` : call.path,
    origin: addressOf(ctx),
    now: now.toISOString(),
    zone: county.timeZone,
    lunarDate: lunarDate(now, county, language),
    sections: sections.map((section) => ({ slug: section.slug, name: inWords(section.name, language) })),
    ribbon,
    readsOnly: ctx.app.room.isShort,
    previewAt: null,
    demonstration: county.demonstration
      ? { storyWalkHref: '/demonstration/story', orderWalkHref: '/demonstration/order' }
      : null,
    assets,
  };
}
