import { addressOf } from '#platform/county-address';
import type { PageCall } from '#platform/page';
import { together } from '#platform/together';
import type { PageFrame } from './page-contract.ts';
import { inWords } from '#places';
import { sectionsInOrder } from '#newsroom';
import { assetsOf } from './assets.ts';
import { isOfPages, offeredPageLanguages } from './further-pages.ts';
import { legalNotices } from './legal-notices.ts';
import { lunarDate } from './lunar-date.ts';
import { ribbonOf } from './ribbon.ts';
import { siteNameOf } from './site-name.ts';

const furtherLanguages = offeredPageLanguages.map(({ tag, name }) => ({ tag, name }));

type FrameCall = Pick<PageCall, 'ctx' | 'path' | 'query' | 'edition'>;
type Known = Pick<PageFrame, 'sections' | 'ribbon' | 'assets'>;

/** What stands around the page: county, language, edition, sections, ribbon. */
export async function frameFor(call: FrameCall): Promise<PageFrame> {
  const { ctx } = call;
  const { language } = ctx;
  const [[sections, ribbon], assets] = await together(
    ctx.transaction((tx) => together(sectionsInOrder(tx), ribbonOf(tx, language))),
    assetsOf(),
  );
  const named = sections.map((section) => ({ slug: section.slug, name: inWords(section.name, language) }));
  return frameAround(call, { sections: named, ribbon, assets });
}

/** The same without a question to the database, for when it does not answer: neither sections nor ribbon. */
export const frameAtHand = async (call: FrameCall): Promise<PageFrame> =>
  frameAround(call, { sections: [], ribbon: null, assets: await assetsOf() });

function frameAround(call: FrameCall, known: Known): PageFrame {
  const { ctx } = call;
  const { county, language } = ctx;
  const query = new URLSearchParams(call.query).toString();
  const now = ctx.now();
  const name = inWords(county.name, language);
  const tag = isOfPages(ctx.tag) ? ctx.tag : language;
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
    tag,
    furtherLanguages,
    edition: call.edition,
    path: query ? `${call.path}?${query}` : call.path,
    origin: addressOf(ctx),
    now: now.toISOString(),
    zone: county.timeZone,
    // Said in our own two alone.
    lunarDate: tag === language ? lunarDate(now, county, language) : null,
    readsOnly: ctx.app.room.isShort,
    previewAt: null,
    demonstration: county.demonstration
      ? { storyWalkHref: '/demonstration/story', orderWalkHref: '/demonstration/order' }
      : null,
    ...known,
  };
}
