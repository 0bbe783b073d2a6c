import { z } from 'zod';
import { route } from '#platform/http/route';
import { newSection, sectionChange, sectionListView, sectionView } from '../contract.ts';
import { changeSection, openSection } from '../section/arrange-section.ts';
import { presentSection } from '../section/present-section.ts';
import { sectionsById } from '../section/section-queries.ts';

/** The sections of the county. */
export const sectionRoutes = [
  route({
    method: 'GET',
    path: '/sections',
    ability: 'public',
    summary: 'The sections in their order; ended ones are marked.',
    answer: sectionListView,
    handle: ({ ctx }) =>
      ctx.transaction(async (tx) => ({ items: [...(await sectionsById(tx)).values()].map(presentSection) })),
  }),
  route({
    method: 'POST',
    path: '/sections',
    ability: 'section.arrange',
    summary: 'Opens a section.',
    body: newSection,
    answer: sectionView,
    refuses: ['SlugTaken', 'NotFound'],
    handle: async ({ ctx, actor, body }) =>
      presentSection(await openSection(ctx, actor, { ...body, description: wordsOf(body.description) })),
  }),
  route({
    method: 'PATCH',
    path: '/sections/:id',
    ability: 'section.arrange',
    summary: 'Renames, moves or ends a section, or gives it another chain. Its address stays.',
    params: z.strictObject({ id: z.uuid() }),
    body: sectionChange,
    answer: sectionView,
    refuses: ['NotFound', 'StaleVersion'],
    handle: async ({ ctx, actor, params, body }) =>
      presentSection(
        await changeSection(ctx, actor, {
          ...body,
          description: body.description && wordsOf(body.description),
          sectionId: params.id,
        }),
      ),
  }),
];

/** A description as it is stored: no empty language. */
export const wordsOf = (words: {
  'zh-CN'?: string | undefined;
  en?: string | undefined;
}): { 'zh-CN'?: string; en?: string } => ({
  ...(words['zh-CN'] ? { 'zh-CN': words['zh-CN'] } : {}),
  ...(words.en ? { en: words.en } : {}),
});
