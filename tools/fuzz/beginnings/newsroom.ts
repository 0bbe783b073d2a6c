import { reportError } from '../../../server/modules/newsroom/index.ts';
import { Desk } from '../../../server/modules/newsroom/testing/desk.ts';
import { addTestContribution, addTestAttachment, textOf } from '../../../server/modules/newsroom/testing.ts';
import { guestActor } from '../../../server/platform/actor.ts';
import { newId } from '../../../server/platform/ids.ts';
import { done, nextNumber } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

// Whatever chain a made-up request makes the county's default: it is like the one that every story here goes by.
const threeReviews = {
  separation: 'strict',
  steps: [
    { step: 'first_review', roles: ['editor'], dueMinutes: 60 },
    { step: 'second_review', roles: ['section-head'], dueMinutes: 60 },
    { step: 'final_review', roles: ['chief-editor'], dueMinutes: 60 },
  ],
};

async function chainId({ county }: Ground): Promise<string> {
  const name = { 'zh-CN': `审法${nextNumber()}`, en: 'Chain' };
  return String((await done(county.as('chief-editor').post('/chains', { name, ...threeReviews }))).body['id']);
}

async function tag({ county }: Ground): Promise<string> {
  const name = { 'zh-CN': `话题${nextNumber()}`, en: `Tag ${nextNumber()}` };
  return String((await done(county.as('chief-editor').post('/tags', { name }))).body['id']);
}

async function series({ county }: Ground): Promise<string> {
  const name = { 'zh-CN': `系列${nextNumber()}`, en: 'A series' };
  return String((await done(county.as('chief-editor').post('/series', { name }))).body['id']);
}

const deskOf = ({ county, things }: Ground): Desk => new Desk(county, things['section'] ?? '');
const handedIn = async (ground: Ground): Promise<string> => {
  const desk = deskOf(ground);
  return (await desk.submit(await desk.write())).id;
};
const contributed = async (ground: Ground): ReturnType<typeof addTestContribution> => {
  const storyId = await handedIn(ground);
  return ground.county.inCounty((ctx) => ctx.transaction((tx) => addTestContribution(tx, storyId)));
};
const anAdoption = async ({ county }: Ground): Promise<Record<string, unknown>> => ({
  level: 'city',
  outlet: '晚报',
  adoptedOn: '2026-01-01',
  personIds: [await county.personId('correspondent')],
});
const reason = { reason: '核实' };

async function withdrawn(ground: Ground): Promise<string> {
  const desk = deskOf(ground);
  const { id } = await desk.publish();
  await desk.onDuty('chief-editor');
  await done(ground.county.as('chief-editor').post(`/stories/${id}/withdrawals`, reason));
  return id;
}

/** A story that stands in the second place of the front page. */
async function placed(ground: Ground): Promise<string> {
  const { id } = await deskOf(ground).publish();
  const { body } = await done(ground.county.as('editor').post('/placements', { slot: 2, storyId: id }));
  const slots = body['slots'] as { placement: { id: string; story: { id: string } } | null }[];
  return slots.find(({ placement }) => placement?.story.id === id)?.placement?.id ?? '';
}

/** A story that waits for its first signature, and what is signed. */
async function waiting(ground: Ground): Promise<{ id: string; seen: Record<string, unknown> }> {
  const desk = deskOf(ground);
  const { id, revisionId, textHash } = await desk.submit(await desk.write());
  return { id, seen: { step: 'first_review', revisionId, textHash, verdict: 'approved' } };
}

async function planned(
  ground: Ground,
): Promise<{ id: string; storyId: string; submitted: Awaited<ReturnType<Desk['submit']>> }> {
  const desk = deskOf(ground);
  const submitted = await desk.submit(await desk.write());
  const body = { name: '一起发', storyIds: [submitted.id] };
  const made = await done(ground.county.as('chief-editor').post('/releases', body));
  return { id: String(made.body['id']), storyId: submitted.id, submitted };
}

const onReport =
  (act: string, body: unknown): Beginning =>
  async (ground) => {
    const { slug } = await deskOf(ground).publish();
    const { reportId } = await ground.county.inCounty((ctx) =>
      reportError(ctx, guestActor('visitor'), {
        slug: slug ?? '',
        words: `限重写错了${nextNumber()}`,
        quote: '十吨',
        contact: null,
        suspect: false,
        net: `visitor ${nextNumber()}`,
      }),
    );
    return { as: 'editor', path: `/error-reports/${reportId}/${act}`, body };
  };

/** Of the newsroom: each on a story of its own. */
export const newsroomBeginnings: Readonly<Record<string, Beginning>> = {
  'PATCH /api/v1/tags/{id}': async (ground) => ({
    as: 'chief-editor',
    path: `/tags/${await tag(ground)}`,
    body: { version: 1, description: { 'zh-CN': '说一句' } },
  }),
  'POST /api/v1/tags/{id}/merges': async (ground) => ({
    as: 'chief-editor',
    path: `/tags/${await tag(ground)}/merges`,
    body: { into: await tag(ground) },
  }),
  'GET /api/v1/series/{id}': async (ground) => ({ as: 'editor', path: `/series/${await series(ground)}` }),
  'PATCH /api/v1/series/{id}': async (ground) => ({
    as: 'chief-editor',
    path: `/series/${await series(ground)}`,
    body: { version: 1, storyIds: [] },
  }),
  'POST /api/v1/sections': async () => ({
    as: 'chief-editor',
    path: '/sections',
    body: { slug: `section-${nextNumber()}`, name: { 'zh-CN': '农事', en: 'Farming' }, position: 5 },
  }),
  'POST /api/v1/chains': async () => ({
    as: 'chief-editor',
    path: '/chains',
    body: { name: { 'zh-CN': `审法${nextNumber()}`, en: 'Chain' }, ...threeReviews },
  }),
  'PATCH /api/v1/chains/{id}': async (ground) => ({
    as: 'chief-editor',
    path: `/chains/${await chainId(ground)}`,
    body: { name: { 'zh-CN': '农事的审法', en: 'Farming' } },
  }),
  'POST /api/v1/chains/{id}/versions': async (ground) => ({
    as: 'chief-editor',
    path: `/chains/${await chainId(ground)}/versions`,
    body: { basedOn: 1, ...threeReviews, separation: 'logged' },
  }),
  'POST /api/v1/placements': async (ground) => {
    const { id } = await deskOf(ground).publish();
    return { as: 'editor', path: '/placements', body: { slot: 2, storyId: id } };
  },
  'PATCH /api/v1/placements/{id}': async (ground) => ({
    as: 'editor',
    path: `/placements/${await placed(ground)}`,
    body: { slot: 3 },
  }),
  'POST /api/v1/placements/{id}/removals': async (ground) => ({
    as: 'editor',
    path: `/placements/${await placed(ground)}/removals`,
    body: {},
  }),
  'PATCH /api/v1/lexicon-terms/{id}': async ({ county }) => {
    const term = { term: `柳河水文站${nextNumber()}`, kind: 'organisation' };
    const { body } = await done(county.as('editor').post('/lexicon-terms', term));
    return { as: 'editor', path: `/lexicon-terms/${String(body['id'])}`, body: { version: 1, note: '在桥头' } };
  },
  'POST /api/v1/stories/{id}/submissions': async (ground) => {
    const { id, version } = await deskOf(ground).write();
    return { as: 'correspondent', path: `/stories/${id}/submissions`, body: { version } };
  },
  'POST /api/v1/submissions/{id}/acceptances': async (ground) => ({
    as: 'editor',
    path: `/submissions/${await handedIn(ground)}/acceptances`,
    body: {},
  }),
  'POST /api/v1/submissions/{id}/merges': async (ground) => ({
    as: 'editor',
    path: `/submissions/${await handedIn(ground)}/merges`,
    body: { storyId: (await deskOf(ground).write('editor')).id },
  }),
  // The form of the run: a picture of one pixel.
  'POST /api/v1/contributions/pictures': async () => ({
    as: 'correspondent',
    path: '/contributions/pictures',
    body: undefined,
  }),
  'GET /api/v1/contributions': async (ground) => {
    const { issuer, source } = await contributed(ground);
    return { as: 'correspondent', path: `/contributions?issuer=${issuer}&source=${source}&edition=1` };
  },
  'POST /api/v1/contributions/withdrawals': async (ground) => {
    const { issuer, source } = await contributed(ground);
    return { as: 'correspondent', path: '/contributions/withdrawals', body: { issuer, source } };
  },
  'POST /api/v1/contributions/{id}/settlements': async (ground) => ({
    as: 'editor',
    path: `/contributions/${(await contributed(ground)).id}/settlements`,
    body: { how: 'leave', edition: null },
  }),
  'PUT /api/v1/mailbox': async ({ county, things }) => {
    const seen = (await done(county.as('administrator').get('/mailbox'))).body['mailbox'] as { version: number } | null;
    const body = {
      version: seen?.version ?? 0,
      enabled: false,
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      login: 'desk',
      secret: 'secret',
      folder: 'INBOX',
      doneFolder: 'Taken',
      sectionId: things['section'],
      trust: 'server',
      authority: '',
    };
    return { as: 'administrator', path: '/mailbox', body };
  },
  'POST /api/v1/stories/{id}/adoptions': async (ground) => ({
    as: 'editor',
    path: `/stories/${await handedIn(ground)}/adoptions`,
    body: await anAdoption(ground),
  }),
  'POST /api/v1/adoptions/{id}/reversals': async (ground) => {
    const entered = ground.county
      .as('editor')
      .post(`/stories/${await handedIn(ground)}/adoptions`, await anAdoption(ground));
    const [one] = (await done(entered)).body['items'] as { id: string }[];
    return { as: 'section-head', path: `/adoptions/${one?.id}/reversals`, body: { reason: '记错' } };
  },
  'POST /api/v1/stories/{id}/revisions': async (ground) => {
    const { id } = await deskOf(ground).write();
    return { as: 'correspondent', path: `/stories/${id}/revisions`, body: {} };
  },
  'POST /api/v1/stories/{id}/reversions': async (ground) => {
    const { id, revisionId } = await deskOf(ground).write();
    return { as: 'correspondent', path: `/stories/${id}/reversions`, body: { revisionId } };
  },
  'POST /api/v1/stories/{id}/take-backs': async (ground) => {
    const desk = deskOf(ground);
    const { id } = await desk.submit(await desk.write());
    return { as: 'correspondent', path: `/stories/${id}/take-backs`, body: {} };
  },
  'POST /api/v1/stories/{id}/signing-statements': async (ground) => {
    const { id, seen } = await waiting(ground);
    return { as: 'editor', path: `/stories/${id}/signing-statements`, body: seen };
  },
  'POST /api/v1/stories/{id}/signatures': async (ground) => {
    const { id, seen } = await waiting(ground);
    return { as: 'editor', path: `/stories/${id}/signatures`, body: seen };
  },
  'PUT /api/v1/stories/{id}/schedule': async (ground) => {
    const { id } = await deskOf(ground).write();
    return { as: 'editor', path: `/stories/${id}/schedule`, body: { publishAt: null } };
  },
  'PUT /api/v1/stories/{id}/embargo': async (ground) => {
    const { id } = await deskOf(ground).write();
    return { as: 'editor', path: `/stories/${id}/embargo`, body: { until: null } };
  },
  'POST /api/v1/stories/{id}/hold-overs': async (ground) => {
    const desk = deskOf(ground);
    const { id } = await desk.submit(await desk.write());
    return { as: 'editor', path: `/stories/${id}/hold-overs`, body: {} };
  },
  'POST /api/v1/stories/{id}/resumptions': async (ground) => {
    const desk = deskOf(ground);
    const { id } = await desk.submit(await desk.write());
    await done(ground.county.as('editor').post(`/stories/${id}/hold-overs`, {}));
    return { as: 'editor', path: `/stories/${id}/resumptions`, body: {} };
  },
  'POST /api/v1/stories/{id}/reopenings': async (ground) => {
    const desk = deskOf(ground);
    const submitted = await desk.submit(await desk.write());
    await desk.sign(submitted, 'editor', 'first_review', { verdict: 'rejected', reason: '已经有人写过' });
    return { as: 'editor', path: `/stories/${submitted.id}/reopenings`, body: {} };
  },
  'POST /api/v1/stories/{id}/signature-take-backs': async (ground) => {
    const desk = deskOf(ground);
    const submitted = await desk.submit(await desk.write());
    await desk.sign(submitted, 'editor', 'first_review');
    const signatureId = (await desk.see(submitted.id)).signatures[0]?.id;
    return { as: 'editor', path: `/stories/${submitted.id}/signature-take-backs`, body: { signatureId } };
  },
  'PUT /api/v1/stories/{id}/editor': async (ground) => {
    const { id } = await deskOf(ground).write();
    const editorId = await ground.county.personId('editor-2');
    return { as: 'editor', path: `/stories/${id}/editor`, body: { editorId } };
  },
  'PUT /api/v1/stories/{id}/archived': async (ground) => {
    const { id } = await deskOf(ground).publish();
    return { as: 'editor', path: `/stories/${id}/archived`, body: { archived: true } };
  },
  'POST /api/v1/releases': async (ground) => {
    const { id } = await deskOf(ground).write();
    return { as: 'chief-editor', path: '/releases', body: { name: '一起发', storyIds: [id] } };
  },
  'PUT /api/v1/releases/{id}': async (ground) => {
    const { id, storyId } = await planned(ground);
    const body = { name: '明早一起发', storyIds: [storyId], version: 1 };
    return { as: 'chief-editor', path: `/releases/${id}`, body };
  },
  'POST /api/v1/releases/{id}/runs': async (ground) => {
    const { id, submitted } = await planned(ground);
    await deskOf(ground).signAll(submitted);
    return { as: 'chief-editor', path: `/releases/${id}/runs`, body: {} };
  },
  'POST /api/v1/releases/{id}/cancellations': async (ground) => {
    const { id } = await planned(ground);
    return { as: 'chief-editor', path: `/releases/${id}/cancellations`, body: {} };
  },
  'POST /api/v1/stories/{id}/discards': async (ground) => {
    const { id } = await deskOf(ground).write();
    return { as: 'correspondent', path: `/stories/${id}/discards`, body: {} };
  },
  'POST /api/v1/stories/{id}/recoveries': async (ground) => {
    const { id } = await deskOf(ground).write();
    await done(ground.county.as('correspondent').post(`/stories/${id}/discards`, {}));
    return { as: 'correspondent', path: `/stories/${id}/recoveries`, body: {} };
  },
  'POST /api/v1/stories/{id}/attachments': async (ground) => {
    const { id } = await deskOf(ground).write();
    const body = { id: newId<'attachment'>(), name: '洪水.mp4', bytes: 4_000, seconds: 12 };
    return { as: 'correspondent', path: `/stories/${id}/attachments`, body };
  },
  'DELETE /api/v1/stories/{id}/attachments/{attachmentId}': async (ground) => {
    const { id } = await deskOf(ground).write();
    const attachment = await ground.county.inCounty((ctx) => addTestAttachment(ctx, id));
    return { as: 'correspondent', path: `/stories/${id}/attachments/${attachment}` };
  },
  'POST /api/v1/stories/{id}/comments': async (ground) => {
    const { id } = await deskOf(ground).write();
    const body = { part: 'body', quote: '限重十吨', words: `从哪天起？${nextNumber()}` };
    return { as: 'editor', path: `/stories/${id}/comments`, body };
  },
  'POST /api/v1/stories/{id}/comments/{commentId}/entries': async (ground) => {
    const { id } = await deskOf(ground).write();
    const comment = { part: 'story', words: '谁去拍照片？' };
    const { body } = await done(ground.county.as('editor').post(`/stories/${id}/comments`, comment));
    const commentId = (body['items'] as { id: string }[])[0]?.id ?? '';
    return { as: 'editor', path: `/stories/${id}/comments/${commentId}/entries`, body: { kind: 'resolved' } };
  },
  'POST /api/v1/stories/{id}/updates': async (ground) => {
    const { id } = await deskOf(ground).publish();
    return { as: 'editor', path: `/stories/${id}/updates`, body: {} };
  },
  'POST /api/v1/stories/{id}/withdrawals': async (ground) => {
    const desk = deskOf(ground);
    const { id } = await desk.publish();
    await desk.onDuty('chief-editor');
    return { as: 'chief-editor', path: `/stories/${id}/withdrawals`, body: reason };
  },
  'POST /api/v1/stories/{id}/restorations': async (ground) => ({
    as: 'chief-editor',
    path: `/stories/${await withdrawn(ground)}/restorations`,
    body: reason,
  }),
  'POST /api/v1/error-reports/{id}/corrections': onReport('corrections', { note: '限重' }),
  'POST /api/v1/error-reports/{id}/dismissals': onReport('dismissals', { answer: '没有错' }),
  'POST /api/v1/error-reports/{id}/reopenings': async (ground) => {
    const { path, as } = await onReport('dismissals', {})(ground);
    await done(ground.county.as('editor').post(path, { answer: '没有错' }));
    return { as, path: path.replace(/dismissals$/, 'reopenings'), body: {} };
  },
  'PUT /api/v1/stories/{id}/text': async (ground) => {
    const { id, version } = await deskOf(ground).write();
    return {
      as: 'correspondent',
      path: `/stories/${id}/text`,
      body: { version, text: textOf('柳河桥通车', ['限重十吨。']) },
    };
  },
};
