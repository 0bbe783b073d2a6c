import { done, nextNumber, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

async function idea({ county, things }: Ground): Promise<string> {
  const body = { title: `柳河的集${nextNumber()}`, placeIds: [things['place']] };
  return said(await done(county.as('editor').post('/ideas', body)), 'id');
}

async function datedIdea(ground: Ground): Promise<string> {
  const id = await idea(ground);
  const fromOn = new Date(ground.county.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  await done(ground.county.as('editor').patch(`/ideas/${id}`, { version: 1, window: { fromOn } }));
  return id;
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

const post = ({ county }: Ground): { role: string; placeId: string } => ({
  role: 'chief-editor',
  placeId: county.placeId('county'),
});

// Two shifts on one post: the first has begun, the second comes.
async function handedOver(ground: Ground): Promise<{ shiftId: string; comingId: string }> {
  const { county } = ground;
  const now = county.clock.now().getTime();
  const give = async (name: 'chief-editor' | 'chief-editor-2', from: number, until: number): Promise<string> => {
    const personId = await county.personId(name);
    const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
    const body = { ...post(ground), personId, duty: true, fromAt: at(from), untilAt: at(until) };
    return said(await done(county.as('administrator').post('/grants', body)), 'id');
  };
  const shiftId = await give('chief-editor', 0, 2);
  await give('chief-editor-2', 2, 4);
  return { shiftId, comingId: await county.personId('chief-editor-2') };
}

// A coming shift of the chief editor's, and a colleague who could take it.
async function swapOf(ground: Ground): Promise<{ shiftId: string; askedId: string }> {
  const { county } = ground;
  const at = (hours: number): string => new Date(county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const personId = await county.personId('chief-editor');
  const body = { ...post(ground), personId, duty: true, fromAt: at(48), untilAt: at(50) };
  const shiftId = said(await done(county.as('administrator').post('/grants', body)), 'id');
  return { shiftId, askedId: await county.personId('chief-editor-2') };
}

/** Of planning and the watch: each on an idea or a shift of its own. */
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
  'POST /api/v1/ideas/{id}/recurrences': async (ground) => ({
    as: 'editor',
    path: `/ideas/${await datedIdea(ground)}/recurrences`,
    body: { version: 2, rule: 'FREQ=WEEKLY', kinds: ['picture'] },
  }),
  'POST /api/v1/ideas/{id}/recurrence-changes': async (ground) => {
    const id = await datedIdea(ground);
    const rule = { version: 2, rule: 'FREQ=MONTHLY' };
    await done(ground.county.as('editor').post(`/ideas/${id}/recurrences`, rule));
    const body = { version: 3, recurrenceVersion: 1, scope: 'following', title: '柳河的早集' };
    return { as: 'editor', path: `/ideas/${id}/recurrence-changes`, body };
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
  'GET /api/v1/calendars/{secret}': async ({ county }) => {
    const path = said(await done(county.as('proofreader').post('/me/calendar-feed', {})), 'path');
    return { as: 'guest', path: path.replace('/api/v1', '') };
  },
  'POST /api/v1/duty-rotations': async (ground) => ({
    as: 'administrator',
    path: '/duty-rotations',
    body: {
      ...post(ground),
      personIds: [await ground.county.personId('chief-editor')],
      fromOn: '2027-03-01',
      untilOn: '2027-03-31',
      each: 'half-month',
      changesAt: '08:00',
    },
  }),
  'POST /api/v1/shift-swaps': async (ground) => ({
    as: 'chief-editor',
    path: '/shift-swaps',
    body: await swapOf(ground),
  }),
  'POST /api/v1/shift-swaps/{id}/answers': async (ground) => {
    const asked = ground.county.as('chief-editor').post('/shift-swaps', await swapOf(ground));
    const id = said(await done(asked), 'id');
    return { as: 'chief-editor-2', path: `/shift-swaps/${id}/answers`, body: { answer: 'accept' } };
  },
  'POST /api/v1/handover-statements': async (ground) => ({
    as: 'chief-editor',
    path: '/handover-statements',
    body: { verdict: 'handed-over', ...(await handedOver(ground)), note: '柳河桥的稿等回话' },
  }),
  'POST /api/v1/handovers': async (ground) => ({
    as: 'chief-editor',
    path: '/handovers',
    body: { ...(await handedOver(ground)), note: '柳河桥的稿等回话' },
  }),
  'POST /api/v1/handovers/{id}/takings': async (ground) => {
    const body = { ...(await handedOver(ground)), note: '' };
    const id = said(await done(ground.county.as('chief-editor').post('/handovers', body)), 'id');
    return { as: 'chief-editor-2', path: `/handovers/${id}/takings`, body: {} };
  },
  'POST /api/v1/handovers/{id}/declines': async (ground) => {
    const body = { ...(await handedOver(ground)), note: '' };
    const id = said(await done(ground.county.as('chief-editor').post('/handovers', body)), 'id');
    return { as: 'chief-editor-2', path: `/handovers/${id}/declines`, body: { reason: '那天我请了假' } };
  },
  'PUT /api/v1/assignments/{id}/story': async (ground) => ({
    as: 'editor',
    path: `/assignments/${await heldByEditor(ground)}/story`,
    body: { storyId: ground.things['story-draft'] ?? null },
  }),
};
