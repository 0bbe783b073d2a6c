import { z } from 'zod';
import { sentFile } from '#media';
import { route } from '#platform/http/route';
import {
  contributionParams,
  contributionPicture,
  contributionPictureWords,
  contributionQuery,
  contributionSettlement,
  contributionTerms,
  contributionView,
  contributionWithdrawal,
  newContribution,
  originsView,
} from '../contract.ts';
import { asContributor } from '../contribution/contributor.ts';
import { keepPicture } from '../contribution/keep-picture.ts';
import { seeOrigins } from '../contribution/see-origins.ts';
import { settleContribution } from '../contribution/settle-contribution.ts';
import { seeContribution } from '../contribution/standing-for.ts';
import { takeContribution } from '../contribution/take-contribution.ts';
import { readTerms } from '../contribution/terms.ts';
import { withdrawContribution } from '../contribution/withdraw-contribution.ts';

// As pictures of the library.
const mostBytes = 60 * 1024 * 1024;

/** 上报: what another centre published and hands in here, and what became of it. */
export const contributionRoutes = [
  route({
    method: 'GET',
    path: '/contributions/terms',
    ability: 'contribution.send',
    summary: 'Who publishes here, and the sections in which you may hand in what another centre published.',
    answer: contributionTerms,
    refuses: ['Forbidden'],
    handle: ({ ctx, actor }) => readTerms(ctx, asContributor(actor)),
  }),
  route({
    method: 'GET',
    path: '/contributions',
    ability: 'contribution.send',
    summary: 'What became of an edition that you handed in, by the centre that published it and the story there.',
    query: contributionQuery,
    answer: contributionView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, query }) => seeContribution(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/contributions',
    ability: 'contribution.send',
    summary:
      'Hands in an edition that another centre published; its mark is checked with the keys of that centre first. A later edition follows the first. The same again is the same, so no key is needed.',
    idempotency: 'none',
    perMinute: 120,
    body: newContribution,
    answer: contributionView,
    refuses: [
      'NotFound',
      'Forbidden',
      'Conflict',
      'MarkForged',
      'OriginUnreachable',
      'PicturesMissing',
      'BadText',
      'Unfinished',
      'StaleVersion',
    ],
    handle: ({ ctx, actor, body }) => takeContribution(ctx, asContributor(actor), body),
  }),
  route({
    method: 'POST',
    path: '/contributions/pictures',
    ability: 'contribution.send',
    summary:
      'Keeps a picture of a text that you will hand in: the stored original of the centre that published it, whose hash its text names. Fields: alt, caption, credit, then file. The same again is the same, so no key is needed.',
    accepts: 'multipart',
    idempotency: 'none',
    perMinute: 240,
    answer: contributionPicture,
    refuses: [
      'Forbidden',
      'TooLarge',
      'UnsupportedMediaType',
      'PictureTooLarge',
      'PictureUnreadable',
      'QuotaReached',
      'DiskFull',
    ],
    handle: async ({ ctx, actor, request }) => {
      const { bytes, words } = await sentFile(request, mostBytes, contributionPictureWords);
      return keepPicture(ctx, asContributor(actor), { bytes, ...words });
    },
  }),
  route({
    method: 'POST',
    path: '/contributions/withdrawals',
    ability: 'contribution.send',
    summary:
      'Says that the centre that published a text took it down: what nobody here has signed goes back to you, all else waits for the desk. Twice is once, so no key is needed.',
    idempotency: 'none',
    body: contributionWithdrawal,
    answer: contributionView,
    refuses: ['NotFound', 'Forbidden', 'AlreadySigned'],
    handle: ({ ctx, actor, body }) => withdrawContribution(ctx, asContributor(actor), body),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/origins',
    ability: 'signed-in',
    summary: 'Where a story comes from that another centre handed in, and what changed there since.',
    params: contributionParams,
    query: z.strictObject({}),
    answer: originsView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => seeOrigins(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/contributions/:id/settlements',
    ability: 'contribution.settle',
    summary:
      'Takes a corrected text over from where it comes, or says that the desk dealt with a correction or a withdrawal there otherwise.',
    params: contributionParams,
    body: contributionSettlement,
    answer: originsView,
    refuses: ['NotFound', 'Forbidden', 'NothingInWork', 'StaleVersion', 'BadText'],
    handle: ({ ctx, actor, params, body }) => settleContribution(ctx, actor, params.id, body),
  }),
];
