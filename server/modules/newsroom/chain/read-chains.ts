import type { Actor } from '#platform/actor';
import { displayNames } from '#people';
import { mustSomewhere } from '#platform/permits';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChainListView, ChainView } from '../contract.ts';
import { parts, voidingRules } from '../review/voiding-rules.ts';
import { mayBeAsked } from '../story/states.ts';
import type { Section } from '../section/section-queries.ts';
import { urgentSlug } from './chain.ts';
import type { Chain } from './chain.ts';
import { chainsOf } from './chain-queries.ts';

/** The county's chains as they stand, the default first: what each asks, which sections use it, what is in review by which version. */
export const readChains = (ctx: Ctx, actor: Actor): Promise<ChainListView> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'chain.read');
    const [chains, sections, inReview, arranged, rules] = await together(
      chainsOf(tx),
      sectionsByChain(tx),
      reviewsByVersion(tx),
      arrangers(tx),
      voidingRules(tx),
    );
    const names = await displayNames(
      tx,
      arranged.flatMap((one) => (one.by ? [one.by] : [])),
    );
    return {
      items: chains.map((chain): ChainView => {
        const made = arranged.find((one) => one.versionId === chain.versionId);
        return {
          id: chain.id,
          slug: chain.slug,
          name: chain.name,
          isDefault: chain.isDefault,
          isUrgent: chain.slug === urgentSlug,
          ended: chain.endedAt !== null,
          number: chain.number,
          separation: chain.separation,
          steps: stepViews(chain),
          arrangedBy: made?.by ? { id: made.by, name: names.get(made.by) ?? '' } : null,
          arrangedAt: made?.by ? made.at.toISOString() : null,
          sections: sections
            .filter(
              (one) =>
                (one.chainId ? one.chainId === chain.id : chain.isDefault) ||
                [one.correctionChainId, one.updateChainId].includes(chain.id),
            )
            .map(({ id, name }) => ({ id, name })),
          inReview: inReview.filter((one) => one.chainId === chain.id).map(({ number, count }) => ({ number, count })),
        };
      }),
      roles: Object.fromEntries(
        Object.entries(mayBeAsked).map(([step, roles]) => [step, [...roles]]),
      ) as ChainListView['roles'],
      voiding: parts.map((part) => ({ part, falls: [...rules[part]] })),
    };
  });

function stepViews(chain: Chain): ChainView['steps'] {
  return chain.steps.map(({ side, roles, checkList, ...one }, at) => ({
    ...one,
    roles: [...roles],
    checkList: [...checkList],
    pairedWith: chain.steps.slice(0, at).find((other) => other.side === side)?.step ?? null,
  }));
}

type ChainsOfSection = Pick<Section, 'id' | 'name' | 'chainId' | 'correctionChainId' | 'updateChainId'>;

const sectionsByChain = (tx: Tx): Promise<ChainsOfSection[]> =>
  tx.named(
    'newsroom.sections-by-chain',
    'select id, name, chain_id as "chainId", correction_chain_id as "correctionChainId", update_chain_id as "updateChainId" from newsroom.sections where county_id = $1 and ended_at is null order by position, slug',
    [tx.countyId],
  );

const reviewsByVersion = (tx: Tx): Promise<{ chainId: string; number: number; count: number }[]> =>
  tx.named(
    'newsroom.reviews-by-version',
    `select v.chain_id as "chainId", v.number, count(*)::int as count from newsroom.stories s
       join newsroom.rounds o on o.county_id = s.county_id and o.id = s.round_id join newsroom.chain_versions v on v.county_id = o.county_id and v.id = o.version_id
      where s.county_id = $1 and s.state not in ('done', 'discarded') group by v.chain_id, v.number order by v.number desc`,
    [tx.countyId],
  );

const arrangers = (tx: Tx): Promise<{ versionId: string; by: string | null; at: Date }[]> =>
  tx.named(
    'newsroom.chain-arrangers',
    `select v.id as "versionId", v.arranged_by as by, v.arranged_at as at from newsroom.chains h
       join newsroom.chain_versions v on v.county_id = h.county_id and v.id = h.version_id where h.county_id = $1`,
    [tx.countyId],
  );
