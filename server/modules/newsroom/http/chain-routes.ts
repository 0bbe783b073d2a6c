import { route } from '#platform/http/route';
import { addChain, arrangeChain, changeChain } from '../chain/arrange-chain.ts';
import { readChains } from '../chain/read-chains.ts';
import { setVoidingRule } from '../review/set-voiding-rule.ts';
import {
  chainArrangement,
  chainChange,
  chainListView,
  chainParams,
  chainView,
  newChain,
  voidingChange,
  voidingParams,
} from '../contract.ts';
import type { ChainView } from '../contract.ts';
import { found } from '#platform/refuse';
import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';

/** By which chain a text is reviewed: who signs, in which order, by when. */
export const chainRoutes = [
  route({
    method: 'GET',
    path: '/chains',
    ability: 'chain.read',
    summary: 'The county’s chains of review; ended ones are marked.',
    answer: chainListView,
    handle: ({ ctx, actor }) => readChains(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/chains',
    ability: 'chain.arrange',
    summary: 'Adds a chain.',
    body: newChain,
    answer: chainView,
    refuses: ['BadRequest'],
    handle: ({ ctx, actor, body }) => shown(ctx, actor, () => addChain(ctx, actor, body)),
  }),
  route({
    method: 'PATCH',
    path: '/chains/:id',
    ability: 'chain.arrange',
    summary: 'Renames a chain, makes it the default, ends it or takes it up again.',
    params: chainParams,
    body: chainChange,
    answer: chainView,
    refuses: ['NotFound', 'ChainInUse', 'BadRequest'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, async () => {
        await changeChain(ctx, actor, { ...body, chainId: params.id });
        return params.id;
      }),
  }),
  route({
    method: 'POST',
    path: '/chains/:id/versions',
    ability: 'chain.arrange',
    summary: 'Arranges a chain anew, for what is handed in from now on; what is in review goes on by its own version.',
    params: chainParams,
    body: chainArrangement,
    answer: chainView,
    refuses: ['NotFound', 'StaleVersion', 'BadRequest'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, async () => {
        await arrangeChain(ctx, actor, { ...body, chainId: params.id });
        return params.id;
      }),
  }),
  route({
    method: 'PUT',
    path: '/voiding-rules/:part',
    ability: 'chain.arrange',
    summary: 'Says which steps’ signatures fall when a part is changed in review.',
    params: voidingParams,
    body: voidingChange,
    answer: chainListView,
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => {
        await setVoidingRule(ctx, actor, { ...params, ...body });
        return readChains(ctx, actor);
      }),
  }),
];

/** The chain as it stands after a verb, in the verb's transaction. */
const shown = (ctx: Ctx, actor: Actor, verb: () => Promise<string>): Promise<ChainView> =>
  ctx.transaction(async () => {
    const id = await verb();
    return found((await readChains(ctx, actor)).items.find((one) => one.id === id));
  });
