import { z } from 'zod';
import { publishUntil, sectionById } from '#newsroom';
import { must } from '#platform/permits';
import { rootPlace } from '#places';
import { Raw, route } from '#platform/http/route';
import { refuse } from '#platform/refuse';
import { rehearsed } from '#platform/rehearse';
import { together } from '#platform/together';
import { openCtx } from '#platform/transaction';
import { frameFor } from './frame.ts';
import { renderPage } from './render.ts';

const mostDaysAhead = 366;

/** The real page, rendered as readers will see it at a later time with what stands and is placed today and what is planned to go out until then; never kept, and marked as what it is. */
export const frontPreviewRoute = route({
  method: 'GET',
  path: '/front-preview',
  ability: 'front.arrange',
  summary: 'The front page, or that of a section, as it will look at a time of the coming year (HTML).',
  query: z.strictObject({
    at: z.iso.datetime().optional(),
    section: z.uuid().optional(),
    language: z.enum(['zh-CN', 'en']).optional(),
  }),
  answer: z.string(),
  answerType: 'text/html',
  refuses: ['NotFound'],
  async handle({ ctx, actor, query, request }) {
    const { app, county } = ctx;
    const asked = query.at ? new Date(query.at) : ctx.now();
    if (asked.getTime() - ctx.now().getTime() > mostDaysAhead * 86_400_000)
      refuse('BadRequest', {}, [{ path: '/query/at', code: 'invalid_value' }]);
    // What was yesterday is not told from what stands today.
    const at = asked > ctx.now() ? asked : ctx.now();
    const section = await ctx.transaction(async (tx) => {
      const found = query.section ? await sectionById(tx, query.section) : null;
      must(tx, actor, 'front.arrange', { placeId: rootPlace(tx).id, unitId: found?.unitId ?? null });
      return found;
    });
    const language = query.language && county.languages.includes(query.language) ? query.language : ctx.language;
    // What goes out before then has its own time on the page.
    let moment = at;
    const then = openCtx(app, county, { requestId: ctx.requestId, language, retoldAt: () => moment });
    const path = section ? '/sections/:slug' : '/';
    const page = app.modules.flatMap((module) => module.pages ?? []).find((one) => one.path === path);
    const call = {
      ctx: then,
      actor,
      path: section ? `/sections/${section.slug}` : '/',
      params: section ? { slug: section.slug } : {},
      query: {},
      edition: 'normal' as const,
      request,
    };
    if (!page) return refuse('NotFound');
    const [answer, frame] = await rehearsed(then, async () => {
      await publishUntil(then, at, (turned) => (moment = turned));
      moment = at;
      return together(page.load(call), frameFor(call));
    });
    if (!('props' in answer)) return refuse('NotFound');
    const html = renderPage(answer.view ?? page.view, { ...frame, previewAt: at.toISOString() }, answer.props);
    return new Raw('text/html; charset=utf-8', html, { 'cache-control': 'no-store' });
  },
});
