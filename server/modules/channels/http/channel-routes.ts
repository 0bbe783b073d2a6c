import { z } from 'zod';
import { route } from '#platform/http/route';
import type { Route } from '#platform/http/route';
import { addChannel, changeChannel } from '../channel/arrange-channel.ts';
import { askTest } from '../channel/ask-test.ts';
import { renewSecret } from '../channel/renew-secret.ts';
import { readChannel, readChannels, readFacts } from '../channel/read-channels.ts';
import { channelFactsView, channelParams, channelSweep, channelSweepAnswer, secretRenewal } from '../contract.ts';
import { giveUpAll, retryAll } from '../channel/sweep-channel.ts';
import { allKinds, shapes } from '../kinds/registry.ts';

/** The ways to the public that a county sets up; made when every kind is known. */
export const channelRoutes = (): Route[] => {
  const { newChannel, channelChange, channelView, channelWithSecret, channelListView } = shapes();
  const standingAlone = allKinds().flatMap(({ alone }) => alone?.refusal ?? []);
  return [
    route({
      method: 'GET',
      path: '/channels',
      ability: 'channel.list',
      summary: 'The channels of the county by name, with what each can do and how it stands.',
      answer: channelListView,
      handle: async ({ ctx, actor }) => ({ items: await readChannels(ctx, actor) }),
    }),
    route({
      method: 'POST',
      path: '/channels',
      ability: 'channel.arrange',
      summary: 'Sets a channel up; a secret is shown this once.',
      body: newChannel,
      answer: channelWithSecret,
      refuses: ['ChannelTaken', 'NotFound', ...standingAlone],
      handle: ({ ctx, actor, body }) => addChannel(ctx, actor, body),
    }),
    route({
      method: 'GET',
      path: '/channels/:id',
      ability: 'channel.list',
      summary: 'One channel.',
      params: channelParams,
      answer: channelView,
      refuses: ['NotFound'],
      handle: ({ ctx, actor, params }) => readChannel(ctx, actor, params.id),
    }),
    route({
      method: 'PUT',
      path: '/channels/:id',
      ability: 'channel.arrange',
      summary: 'Changes a channel, or turns it on or off.',
      params: channelParams,
      body: channelChange,
      answer: channelView,
      refuses: ['NotFound', 'StaleVersion', 'ChannelTaken', ...standingAlone],
      handle: ({ ctx, actor, params, body }) => changeChannel(ctx, actor, { ...body, channelId: params.id }),
    }),
    route({
      method: 'POST',
      path: '/channels/:id/secrets',
      ability: 'channel.arrange',
      summary: 'Makes a new secret and shows it this once; for a day the former one signs too.',
      params: channelParams,
      body: secretRenewal,
      answer: channelWithSecret,
      refuses: ['NotFound', 'StaleVersion'],
      handle: ({ ctx, actor, params, body }) => renewSecret(ctx, actor, { ...body, channelId: params.id }),
    }),
    route({
      method: 'POST',
      path: '/channels/:id/tests',
      ability: 'channel.arrange',
      summary: 'Has a test sent; what it met with stands on the channel a moment later.',
      params: channelParams,
      body: z.strictObject({}),
      answer: channelView,
      refuses: ['NotFound'],
      handle: ({ ctx, actor, params }) => askTest(ctx, actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/channels/:id/retries',
      ability: 'channel.sweep',
      summary: 'Sends all copies of a channel again that did not arrive, or those that it was owed while it was off.',
      params: channelParams,
      body: channelSweep,
      answer: channelSweepAnswer,
      refuses: ['NotFound', 'WrongState'],
      handle: ({ ctx, actor, params, body }) => retryAll(ctx, actor, { ...body, channelId: params.id }),
    }),
    route({
      method: 'POST',
      path: '/channels/:id/surrenders',
      ability: 'channel.sweep',
      summary: 'Gives up all copies of a channel that did not arrive, or those that it was owed while it was off.',
      params: channelParams,
      body: channelSweep,
      answer: channelSweepAnswer,
      refuses: ['NotFound'],
      handle: ({ ctx, actor, params, body }) => giveUpAll(ctx, actor, { ...body, channelId: params.id }),
    }),
    route({
      method: 'GET',
      path: '/channels/:id/facts',
      ability: 'channel.arrange',
      summary: 'What its kind shows to whoever arranges a channel, such as a DNS record.',
      params: channelParams,
      answer: channelFactsView,
      refuses: ['NotFound'],
      handle: async ({ ctx, actor, params }) => ({ items: await readFacts(ctx, actor, params.id) }),
    }),
  ];
};
