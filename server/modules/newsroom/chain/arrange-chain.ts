import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import type { Words } from '#platform/county';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { mustBeInOwnLanguage, rootPlace } from '#places';
import type { ChainStepView } from '../contract.ts';
import { arrangedSteps } from './arranged-steps.ts';
import { urgentSlug } from './chain.ts';
import type { Chain, Separation } from './chain.ts';
import { chainsOf } from './chain-queries.ts';
import { storeVersion, writePackChains } from './pack-chains.ts';

/** Who signs, in which order. */
export interface Arrangement {
  separation: Separation;
  steps: readonly ChainStepView[];
}

/** Adds a chain. Stories go by it when their section names it, or when somebody chooses it for them. Refuses: BadRequest (400) for steps that make no chain. */
export async function addChain(ctx: Ctx, actor: Actor, request: Arrangement & { name: Words }): Promise<string> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'chain.arrange', { placeId: rootPlace(tx).id });
    mustBeInOwnLanguage(tx, request.name);
    await writePackChains(tx);
    const id = newId<'chain'>();
    // The last signs of a UUIDv7 are random. What a statement calls the chain is for machines and never changes; people read its name.
    const slug = `chain-${id.slice(-12)}`;
    const steps = arrangedSteps(slug, request.separation, request.steps);
    const versionId = newId<'chain-version'>();
    await storeVersion(tx, { id, versionId, number: 1, separation: request.separation, steps }, actor.id);
    await tx.named(
      'newsroom.add-chain',
      'insert into newsroom.chains (county_id, id, slug, name, version_id) values ($1, $2, $3, $4, $5)',
      [tx.countyId, id, slug, JSON.stringify(request.name), versionId],
    );
    await audit(tx, actor, { act: 'chain.add', noun: 'chain', subjectId: id });
    return id;
  });
}

/** Arranges a chain anew: a version that rounds begin with from now on. What is in review goes on by the version it began with. The same arrangement again makes none.
 *  Refuses: NotFound (404), StaleVersion (409) when somebody arranged it meanwhile, BadRequest (400) for steps that make no chain. */
export async function arrangeChain(
  ctx: Ctx,
  actor: Actor,
  request: Arrangement & { chainId: string; basedOn: number },
): Promise<void> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'chain.arrange', { placeId: rootPlace(tx).id });
    const chain = await chainForUpdate(tx, request.chainId);
    mustBeAsRead(chain.number, request.basedOn);
    const steps = arrangedSteps(chain.slug, request.separation, request.steps);
    if (isSame(chain, request.separation, steps)) return;
    const versionId = newId<'chain-version'>();
    const next = { id: chain.id, versionId, number: chain.number + 1, separation: request.separation, steps };
    await storeVersion(tx, next, actor.id);
    await tx.named(
      'newsroom.put-chain-in-force',
      'update newsroom.chains set version_id = $3 where county_id = $1 and id = $2',
      [tx.countyId, chain.id, versionId],
    );
    await audit(tx, actor, {
      act: 'chain.arrange',
      noun: 'chain',
      subjectId: chain.id,
      detail: { version: next.number, separation: next.separation, steps: steps.map((one) => one.step) },
    });
  });
}

// Sides are named anew when a chain is arranged: what counts is which steps share one.
function isSame(chain: Chain, separation: Separation, steps: Chain['steps']): boolean {
  const shape = (all: Chain['steps']): string =>
    JSON.stringify(
      all.map((one) => [
        one.step,
        all.findIndex((other) => other.side === one.side),
        one.roles.toSorted(),
        one.dueMinutes,
        one.importantOnly,
        one.checkList,
        one.checkListRequired,
      ]),
    );
  return chain.separation === separation && shape(chain.steps) === shape(steps);
}

/** Renames a chain, makes it the county's default, ends it or takes it up again.
 *  Refuses: NotFound (404), ChainInUse (409) for ending one that sections use or that is the default; BadRequest (400) for the urgent chain, which is neither default nor ended, and for an ended one as default. */
export async function changeChain(
  ctx: Ctx,
  actor: Actor,
  request: { chainId: string; name?: Words | undefined; isDefault?: true | undefined; ended?: boolean | undefined },
): Promise<void> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'chain.arrange', { placeId: rootPlace(tx).id });
    if (request.name) mustBeInOwnLanguage(tx, request.name);
    const chain = await chainForUpdate(tx, request.chainId);
    const ended = request.ended ?? chain.endedAt !== null;
    const wrong = (field: string): never => refuse('BadRequest', {}, [{ path: `/${field}`, code: 'invalid_value' }]);
    if (request.isDefault && (ended || chain.slug === urgentSlug)) wrong('isDefault');
    if (ended && chain.slug === urgentSlug) wrong('ended');
    if (ended && (chain.isDefault || (await isUsed(tx, chain.id)))) refuse('ChainInUse', { chainId: chain.id });
    if (request.isDefault)
      await tx.named(
        'newsroom.no-default-chain',
        'update newsroom.chains set is_default = false where county_id = $1 and is_default and id <> $2',
        [tx.countyId, chain.id],
      );
    await tx.named(
      'newsroom.change-chain',
      'update newsroom.chains set name = $3, is_default = $4, ended_at = $5 where county_id = $1 and id = $2',
      [
        tx.countyId,
        chain.id,
        JSON.stringify(request.name ?? chain.name),
        request.isDefault ?? chain.isDefault,
        ended ? (chain.endedAt ?? tx.at) : null,
      ],
    );
    await audit(tx, actor, {
      act: 'chain.change',
      noun: 'chain',
      subjectId: chain.id,
      detail: { changed: Object.keys(request).filter((key) => key !== 'chainId') },
    });
  });
}

async function isUsed(tx: Tx, chainId: string): Promise<boolean> {
  const rows = await tx.named(
    'newsroom.chain-is-used',
    'select 1 from newsroom.sections where county_id = $1 and $2 in (chain_id, correction_chain_id, update_chain_id) and ended_at is null limit 1',
    [tx.countyId, chainId],
  );
  return rows.length > 0;
}

// All chains are locked: two people who make two of them the default come one after the other.
async function chainForUpdate(tx: Tx, chainId: string): Promise<Chain> {
  await writePackChains(tx);
  await tx.named(
    'newsroom.chains-for-update',
    'select id from newsroom.chains where county_id = $1 order by id for update',
    [tx.countyId],
  );
  return found((await chainsOf(tx)).find((one) => one.id === chainId));
}
