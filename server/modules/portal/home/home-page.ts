import { correctionEntries, frontTeasers, sectionsInOrder, storyTeasers } from '#newsroom';
import type { StoryTeaser } from '#newsroom/page-contract';
import { inWords } from '#places';
import { serviceTeasers } from '#volunteering';
import type { Page } from '#platform/page';
import type { Ctx } from '#platform/transaction';
import type { HomePageProps, TodayEntry } from '../page-contract.ts';
import { dayIn } from '../lunar-date.ts';

/** `/`: lead story, what to know today, who can help, my places, corrections. Seven queries whatever the size of the county. */
export const homePage: Page = {
  path: '/',
  view: 'portal/home',
  cached: true,
  async load({ ctx }) {
    const { props, changesAt } = await loadHome(ctx);
    return { props, keys: ['home', 'services'], staleAt: nextChange(ctx, props.today, changesAt) };
  },
};

async function loadHome(ctx: Ctx): Promise<{ props: HomePageProps; changesAt: Date | null }> {
  return ctx.transaction(async (tx) => {
    const { language } = ctx;
    const front = await frontTeasers(tx, language, { sectionId: null, fill: 4 });
    const notices = await storyTeasers(tx, language, { kind: 'notice', validAt: tx.at, limit: 30 });
    const [lead, ...latest] = front.slots.map(({ shown }) => shown?.teaser);
    const rest = front.rest.map((one) => one.teaser);
    const sections = await sectionsInOrder(tx);
    const bySection = sections
      .map((section) => ({
        section: { slug: section.slug, name: inWords(section.name, language) },
        stories: [...latest.flatMap((one) => one ?? []), ...rest]
          .filter((story) => story.section.slug === section.slug)
          .slice(0, 3),
      }))
      .filter((group) => group.stories.length > 0)
      .slice(0, 4);
    const props: HomePageProps = {
      lead: lead ?? null,
      latest: latest.flatMap((one) => one ?? []),
      today: comingDays(
        notices.map((one) => todayEntry(one.teaser)),
        tx.at,
      ),
      wishes: (await serviceTeasers(tx, language, { onHomePage: true })).slice(0, 8),
      orderHref: '/orders/new',
      fromPlaces: rest.filter((story) => story.places.length > 0).slice(0, 5),
      activities: [],
      bySection,
      corrections: (await correctionEntries(tx, language, { limit: 3 })).entries,
    };
    return { props, changesAt: front.changesAt };
  });
}

const todayEntry = (notice: StoryTeaser): TodayEntry => ({
  at: notice.validUntil ?? notice.publishedAt,
  isEnd: notice.validUntil !== null,
  wholeDay: false,
  title: notice.title,
  language: notice.language,
  href: `/stories/${notice.slug}`,
});

// By the clock, and no further than nine days ahead: what holds for months is not news of today.
const comingDays = (entries: readonly TodayEntry[], now: Date): TodayEntry[] =>
  entries
    .filter((entry) => new Date(entry.at).getTime() - now.getTime() < 9 * 86_400_000)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(0, 7);

// The date in the masthead turns at midnight; a notice leaves the list when it is over, and what editors placed comes and goes by its times.
function nextChange(ctx: Ctx, today: readonly TodayEntry[], changesAt: Date | null): Date {
  const now = ctx.now();
  const ends = today.map((entry) => new Date(entry.at).getTime()).filter((at) => at > now.getTime());
  return new Date(
    Math.min(nextMidnight(now, ctx.county.timeZone).getTime(), changesAt?.getTime() ?? Infinity, ...ends),
  );
}

/** The next moment at which the county's day changes. */
export function nextMidnight(now: Date, timeZone: string): Date {
  const today = dayIn(now, timeZone).day;
  let at = now.getTime() - (now.getTime() % 900_000);
  do at += 900_000;
  while (dayIn(new Date(at), timeZone).day === today);
  return new Date(at);
}
