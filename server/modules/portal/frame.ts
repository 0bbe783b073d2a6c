import { addressOf } from '#platform/county-address';
import type { PageCall } from '#platform/page';
import { together } from '#platform/together';
import type { PageFrame } from './page-contract.ts';
import { inWords } from '#places';
import { sectionsInOrder } from '#newsroom';
import { assetsOf } from './assets.ts';
import { lunarDate } from './lunar-date.ts';
import { ribbonOf } from './ribbon.ts';

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
    county: { siteName: siteName(name), name, publisher: inWords(county.publisher, language), phone: county.phone },
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
    previewAt: null,
    demonstration: county.demonstration
      ? { storyWalkHref: '/demonstration/story', orderWalkHref: '/demonstration/order' }
      : null,
    assets,
  };
}

// 清溪县 → 清溪, Qingxi County → Qingxi: the masthead names the place, not its rank.
const siteName = (name: string): string =>
  name.replace(/(县|市|区|旗|自治县)$/, '').replace(/ (County|City|District)$/, '') || name;
