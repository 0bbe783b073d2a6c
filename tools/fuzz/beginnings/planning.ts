import { done, nextNumber, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

async function idea({ county, things }: Ground): Promise<string> {
  const body = { title: `柳河的集${nextNumber()}`, placeIds: [things['place']] };
  return said(await done(county.as('editor').post('/ideas', body)), 'id');
}

async function assignment(ground: Ground, more: Record<string, unknown> = {}): Promise<string> {
  const body = { kind: 'text', ...more };
  return said(await done(ground.county.as('editor').post(`/ideas/${await idea(ground)}/assignments`, body)), 'id');
}

const heldByEditor = async (ground: Ground): Promise<string> =>
  assignment(ground, { personId: await ground.county.personId('editor') });

const held =
  (act: string): Beginning =>
  async (ground) => ({ as: 'editor', path: `/assignments/${await heldByEditor(ground)}/${act}`, body: {} });

/** Of planning: each on an idea of its own. */
export const planningBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/ideas/{id}/conclusions': async (ground) => ({
    as: 'editor',
    path: `/ideas/${await idea(ground)}/conclusions`,
    body: { as: 'dropped' },
  }),
  'POST /api/v1/ideas/{id}/reopenings': async (ground) => {
    const id = await idea(ground);
    await done(ground.county.as('editor').post(`/ideas/${id}/conclusions`, { as: 'dropped' }));
    return { as: 'editor', path: `/ideas/${id}/reopenings`, body: {} };
  },
  'POST /api/v1/ideas/{id}/assignments': async (ground) => ({
    as: 'editor',
    path: `/ideas/${await idea(ground)}/assignments`,
    body: { kind: 'picture' },
  }),
  'PATCH /api/v1/ideas/{id}': async (ground) => ({
    as: 'editor',
    path: `/ideas/${await idea(ground)}`,
    body: { version: 1, note: '带上无人机' },
  }),
  'PATCH /api/v1/assignments/{id}': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await assignment(ground)}`,
    body: { version: 1, note: '竖的横的都要' },
  }),
  'POST /api/v1/assignments/{id}/requests': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await assignment(ground)}/requests`,
    body: { version: 1, personId: await ground.county.personId('editor-2') },
  }),
  'POST /api/v1/assignments/{id}/acceptances': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await assignment(ground)}/acceptances`,
    body: {},
  }),
  'POST /api/v1/assignments/{id}/declinations': held('declinations'),
  'POST /api/v1/assignments/{id}/beginnings': held('beginnings'),
  'POST /api/v1/assignments/{id}/deliveries': held('deliveries'),
  'POST /api/v1/assignments/{id}/completions': held('completions'),
  'POST /api/v1/assignments/{id}/cancellations': held('cancellations'),
  'POST /api/v1/assignments/{id}/releases': held('releases'),
  'POST /api/v1/assignments/{id}/stories': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await heldByEditor(ground)}/stories`,
    body: { language: 'zh-CN' },
  }),
  'PUT /api/v1/assignments/{id}/story': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await heldByEditor(ground)}/story`,
    body: { storyId: ground.things['story-draft'] ?? null },
  }),
};
