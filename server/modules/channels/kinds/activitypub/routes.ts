import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addressOf } from '#platform/county-address';
import { Raw, route } from '#platform/http/route';
import type { Call } from '#platform/http/route';
import { found } from '#platform/refuse';
import { accountById } from './accounts.ts';
import { addressesOf } from './documents/addresses.ts';
import { activityDocument, activityStreams, actorDocument, mediaType } from './documents/documents.ts';
import type { Document } from './documents/documents.ts';
import { takeActivity } from './inbox/take-activity.ts';
import { activityById, countsOf, objectById, standingIn } from './objects.ts';

const params = z.strictObject({ id: z.uuid() });
const document = z.record(z.string(), z.unknown());
const reading = { method: 'GET', ability: 'public', params, answer: document, answerType: mediaType } as const;

const send = (value: Document): Raw => new Raw(mediaType, JSON.stringify(value), { vary: 'accept' });

// A person who follows the address comes to a page; programs ask for the document.
const wantsPage = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.includes('text/html') && !accept.includes('json');
function leadTo(address: string, reply: FastifyReply): Raw {
  reply.status(303);
  return new Raw('text/plain; charset=utf-8', '', { location: address, vary: 'accept' });
}

/** As many as other servers read of an outbox at once. */
const perPage = 20;

/** The documents of accounts, and the doors where other servers knock (ActivityPub). */
export const routes = [
  route({
    ...reading,
    path: '/activitypub/actors/:id',
    summary: 'An account of the county in the fediverse (ActivityPub actor).',
    handle: ({ ctx, params: { id }, request, reply }) =>
      ctx.transaction(async (tx) => {
        const account = await accountById(tx, id);
        return wantsPage(request) ? leadTo(addressOf(ctx), reply) : send(actorDocument(ctx, account));
      }),
  }),
  route({
    ...reading,
    path: '/activitypub/actors/:id/outbox',
    summary: 'What an account has published, newest first (ActivityPub outbox).',
    query: z.strictObject({ page: z.literal('true').optional(), before: z.uuid().optional() }),
    handle: ({ ctx, params: { id }, query }) =>
      ctx.transaction(async (tx) => {
        await accountById(tx, id);
        const { outbox } = addressesOf(ctx, id);
        if (query.page === undefined) {
          const { standing } = await countsOf(tx, id);
          return send(collection(outbox, { totalItems: standing, first: `${outbox}?page=true` }));
        }
        const items = await standingIn(tx, id, query.before, perPage);
        const last = items.at(-1)?.activity.id;
        return send({
          '@context': activityStreams,
          id: `${outbox}?page=true${query.before ? `&before=${query.before}` : ''}`,
          type: 'OrderedCollectionPage',
          partOf: outbox,
          orderedItems: items.map(({ activity, object }) => inside(activityDocument(ctx, activity, object.document))),
          ...(items.length === perPage && last ? { next: `${outbox}?page=true&before=${last}` } : {}),
        });
      }),
  }),
  route({
    ...reading,
    path: '/activitypub/actors/:id/followers',
    summary: 'How many follow an account; never who.',
    handle: ({ ctx, params: { id } }) =>
      ctx.transaction(async (tx) => {
        await accountById(tx, id);
        const { followers } = await countsOf(tx, id);
        return send(collection(addressesOf(ctx, id).followers, { totalItems: followers }));
      }),
  }),
  route({
    ...reading,
    path: '/activitypub/objects/:id',
    summary: 'A text as it stands in the fediverse (Article), or the Tombstone in its place.',
    handle: ({ ctx, params: { id }, request, reply }) =>
      ctx.transaction(async (tx) => {
        const object = found(await objectById(tx, id));
        if (object.isDeleted) reply.status(410);
        else if (wantsPage(request)) return leadTo(String(object.document['url']), reply);
        return send(object.document);
      }),
  }),
  route({
    ...reading,
    path: '/activitypub/activities/:id',
    summary: 'What an account did with a text (Create, Update, Delete).',
    handle: ({ ctx, params: { id } }) =>
      ctx.transaction(async (tx) => {
        const { activity, object } = found(await activityById(tx, id));
        return send(activityDocument(ctx, activity, object.document));
      }),
  }),
  inbox('/activitypub/inbox', 'Where other servers bring what is for any account of the county.'),
  inbox('/activitypub/actors/:id/inbox', 'Where other servers bring what is for one account.', params),
];

function inbox(path: string, summary: string, inPath: z.ZodType = z.strictObject({})) {
  return route({
    method: 'POST',
    path,
    ability: 'public',
    summary,
    ...(path.includes(':') ? { params: inPath } : {}),
    accepts: 'bytes',
    answer: z.string(),
    answerType: 'text/plain',
    status: 202,
    idempotency: 'none',
    perMinute: 300,
    refuses: ['SignatureRefused'],
    handle: take,
  });
}

async function take({ ctx, request, reply }: Pick<Call<unknown, unknown, unknown>, 'ctx' | 'request' | 'reply'>) {
  const { headers, body, url } = request;
  // As the sender wrote it: behind a proxy only the county's own address knows whether that was https.
  const address = `${new URL(addressOf(ctx)).protocol}//${headers.host ?? ''}${url}`;
  await takeActivity(ctx, { address, headers, body });
  reply.status(202);
  return new Raw('text/plain; charset=utf-8', '');
}

const collection = (id: string, facts: Document): Document => ({
  '@context': activityStreams,
  id,
  type: 'OrderedCollection',
  ...facts,
});

const inside = (whole: Document): Document =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== '@context'));
