import { route } from '#platform/http/route';
import { addChannel, changeChannel } from '../channel/arrange-channel.ts';
import { readChannel, readChannels } from '../channel/read-channels.ts';
import { channelChange, channelListView, channelParams, channelView, newChannel } from '../contract.ts';

/** The ways to the public that a county sets up. */
export const channelRoutes = [
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
    summary: 'Sets a channel up.',
    body: newChannel,
    answer: channelView,
    refuses: ['ChannelTaken', 'NotFound'],
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
    refuses: ['NotFound', 'StaleVersion', 'ChannelTaken'],
    handle: ({ ctx, actor, params, body }) => changeChannel(ctx, actor, { ...body, channelId: params.id }),
  }),
];
