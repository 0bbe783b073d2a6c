import { escapeHtml, figuresIn } from '@xiangyin/document';
import { focusByHash, pagePicture } from '#media';
import { dayOf, inWords } from '#places';
import { addressOf, hostName } from '#platform/county-address';
import { readElsewhere } from '#platform/http/elsewhere';
import { Raw } from '#platform/http/route';
import type { Page, PageAnswer } from '#platform/page';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { xmlWords } from '#platform/xml-words';
import { publicStoryBySlug, publicViews } from '../public/public-stories.ts';
import type { PublicStory } from '../public/public-stories.ts';

const usualWidth = 600;
const usualHeight = 220;

/** `/oembed?url=…` (oEmbed 1.0): how another site shows a story whose address somebody pasted there: headline, deck and who says so, as words and a link, without script or frame.
 *  What was corrected says so, what was taken down shows no words. Asked again after a day. Refuses: NotFound (404), EmbedFormat (501) for other formats than json and xml. */
export const oembedPage: Page = {
  path: '/oembed',
  view: '',
  cached: true,
  query: ['url', 'format', 'maxwidth', 'maxheight'],
  perMinute: 600,
  load: ({ ctx, query }) =>
    ctx.transaction(async (tx): Promise<PageAnswer> => {
      const format = query['format'] ?? 'json';
      if (format !== 'json' && format !== 'xml') refuse('EmbedFormat');
      const story = await publicStoryBySlug(tx, slugIn(ctx, query['url'] ?? ''));
      const shown = await embed(tx, story, { width: pixels(query['maxwidth']), height: pixels(query['maxheight']) });
      const raw =
        format === 'json'
          ? new Raw('application/json; charset=utf-8', JSON.stringify(shown), readElsewhere)
          : new Raw('text/xml; charset=utf-8', asXml(shown), readElsewhere);
      return { raw, keys: [`story:${story.id}`] };
    }),
};

// The story behind an address of this county, in whichever language and edition it was copied.
function slugIn(ctx: Ctx, address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('NotFound');
  if (ctx.app.counties.hosts().get(hostName(url.host)) !== ctx.county.id) return refuse('NotFound');
  const [, slug] = /^(?:\/[A-Za-z-]{2,8}){0,2}\/stories\/([^/]{1,200})\/?$/.exec(url.pathname) ?? refuse('NotFound');
  return slug ?? refuse('NotFound');
}

const pixels = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY;

type Embed = Record<string, string | number>;
interface Most {
  readonly width: number;
  readonly height: number;
}

async function embed(tx: Tx, story: PublicStory, most: Most): Promise<Embed> {
  const site = addressOf(tx.ctx);
  const publisher = inWords(tx.ctx.county.publisher, story.language);
  return {
    version: '1.0',
    type: 'rich',
    title: story.text.title,
    author_name: story.byline,
    provider_name: publisher,
    provider_url: `${site}/`,
    cache_age: 86_400,
    width: Math.min(most.width, usualWidth),
    height: Math.min(most.height, usualHeight),
    html: await quote(tx, story, site, publisher),
    ...(story.publicState === 'published' ? await thumbnail(tx, story, site, most) : {}),
  };
}

async function quote(tx: Tx, story: PublicStory, site: string, publisher: string): Promise<string> {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(story.language, key, values);
  const day = (at: Date | string): string => dayOf(new Date(at), tx.ctx.county.timeZone);
  const href = escapeHtml(`${site}/stories/${story.slug}`);
  const [said] = await publicViews(tx, [story], ['corrections']);
  const corrected = said?.corrections?.[0];
  const gone = story.publicState === 'withdrawn';
  const notes = [
    publisher,
    day(story.firstPublishedAt),
    ...(corrected ? [say('newsroom.embed.corrected', { day: day(corrected.at) })] : []),
    ...(gone ? [say('newsroom.embed.withdrawn')] : []),
  ];
  const deck = gone || story.text.deck === '' ? '' : `<p>${escapeHtml(story.text.deck)}</p>`;
  return `<blockquote cite="${href}" lang="${story.language}"><p><a href="${href}"><strong>${escapeHtml(story.text.title)}</strong></a></p>${deck}<footer>${escapeHtml(notes.join(' · '))}</footer></blockquote>`;
}

// Only whole: one of them without the others is no picture to a reader of the standard.
async function thumbnail(tx: Tx, { text }: PublicStory, site: string, most: Most): Promise<Embed> {
  const [figure] = figuresIn(text);
  if (!figure) return {};
  const shown = pagePicture(figure.attrs, (await focusByHash(tx, [figure.attrs.hash])).get(figure.attrs.hash));
  const fitting = [{ ...shown.wide, src: shown.share }, shown.square].find(
    ({ width, height }) => width <= most.width && height <= most.height,
  );
  if (!fitting) return {};
  return {
    thumbnail_url: `${site}${fitting.src}`,
    thumbnail_width: fitting.width,
    thumbnail_height: fitting.height,
  };
}

const asXml = (shown: Embed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(shown)
    .map(([name, value]) => `<${name}>${escapeHtml(xmlWords(String(value)))}</${name}>`)
    .join('\n')}\n</oembed>\n`;
