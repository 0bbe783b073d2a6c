import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  channelParams,
  returnedAddressList,
  returnedAddressParams,
  returnedLettersView,
  seenAddress,
} from '../../../contract.ts';
import { lookAtAddress } from '../subscriber/look-at-address.ts';
import { putAddressBack } from '../subscriber/put-address-back.ts';
import { readReturnedAddresses, readReturnedLetters } from '../subscriber/read-returned.ts';
import { takeAddressOut } from '../subscriber/take-address-out.ts';

/** What comes back of a newsletter: figures for whoever sees the channels, and the addresses for whoever runs it. */
export const returnedRoutes = [
  route({
    method: 'GET',
    path: '/channels/:id/returned-letters',
    ability: 'channel.list',
    summary: 'How many addresses of a newsletter letters come back from, since when and why.',
    params: channelParams,
    answer: returnedLettersView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readReturnedLetters(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/channels/:id/returned-addresses',
    ability: 'channel.tend-addresses',
    summary: 'The addresses of a newsletter whose letters come back, masked, the latest first.',
    params: channelParams,
    answer: returnedAddressList,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readReturnedAddresses(ctx, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/channels/:id/returned-addresses/:addressId/looks',
    ability: 'channel.tend-addresses',
    summary: 'Shows one of them whole; each look is on record.',
    params: returnedAddressParams,
    body: z.strictObject({}),
    answer: seenAddress,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id, addressId } }) => lookAtAddress(ctx, actor, { channelId: id, addressId }),
  }),
  route({
    method: 'POST',
    path: '/channels/:id/returned-addresses/:addressId/restorations',
    ability: 'channel.tend-addresses',
    summary: 'Has letters sent again to one that was stopped.',
    params: returnedAddressParams,
    body: z.strictObject({}),
    answer: null,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params: { id, addressId } }) => putAddressBack(ctx, actor, { channelId: id, addressId }),
  }),
  route({
    method: 'DELETE',
    path: '/channels/:id/returned-addresses/:addressId',
    ability: 'channel.tend-addresses',
    summary: 'Takes one of them out; nothing is kept of it.',
    params: returnedAddressParams,
    answer: null,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id, addressId } }) => takeAddressOut(ctx, actor, { channelId: id, addressId }),
  }),
];
