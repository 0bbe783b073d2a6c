import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { afterReview, isInReview } from '../story/states.ts';
import type { StepRule } from '../story/states.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { Chain, ChainStep } from './chain.ts';
import { packChains } from './pack-chains.ts';

const chainColumns = `h.id, h.slug, h.name, h.is_default as "isDefault", h.ended_at as "endedAt", v.id as "versionId", v.number, v.separation,
  (select json_agg(json_build_object('step', k.step, 'side', k.side, 'roles', k.roles, 'dueMinutes', k.due_minutes, 'importantOnly', k.important_only, 'checkList', k.check_list, 'checkListRequired', k.check_list_required) order by k.position)
     from newsroom.chain_steps k where k.county_id = v.county_id and k.version_id = v.id) as steps`;

/** The county's chains as they stand, the default first; those from the program while it has written none. */
export async function chainsOf(tx: Tx): Promise<readonly Chain[]> {
  const rows = await tx.named<Chain>(
    'newsroom.chains',
    `select ${chainColumns} from newsroom.chains h join newsroom.chain_versions v on v.county_id = h.county_id and v.id = h.version_id
      where h.county_id = $1 order by h.is_default desc, h.slug = 'urgent', h.ended_at is not null, h.id`,
    [tx.countyId],
  );
  return rows.length > 0 ? rows : packChains;
}

/** The chain as it stands now, or 404. */
export async function chainBySlug(tx: Tx, slug: string): Promise<Chain> {
  const [row] = await tx.named<Chain>(
    'newsroom.chain',
    `select ${chainColumns} from newsroom.chains h join newsroom.chain_versions v on v.county_id = h.county_id and v.id = h.version_id where h.county_id = $1 and h.slug = $2`,
    [tx.countyId, slug],
  );
  return row ?? found(packChains.find((one) => one.slug === slug));
}

/** The chain, where a story may still be given to it; or 404. */
export async function chainToChoose(tx: Tx, slug: string): Promise<Chain> {
  const chain = await chainBySlug(tx, slug);
  return found(chain.endedAt ? undefined : chain);
}

/** One version of a chain, whatever the chain is by now; or 404. */
export async function versionById(tx: Tx, versionId: string): Promise<Chain> {
  const [row] = await tx.named<Chain>(
    'newsroom.chain-version',
    `select ${chainColumns} from newsroom.chain_versions v join newsroom.chains h on h.county_id = v.county_id and h.id = v.chain_id where v.county_id = $1 and v.id = $2`,
    [tx.countyId, versionId],
  );
  return found(row);
}

/** The chain that a story goes by: in a round the version this began with, else the one it would begin with now. */
export const chainFor = (tx: Tx, story: Pick<StoryRow, 'versionId' | 'path'>): Promise<Chain> =>
  story.versionId ? versionById(tx, story.versionId) : chainBySlug(tx, story.path);

/** The step a story waits at, or undefined. */
export async function stepAtDesk(
  tx: Tx,
  story: Pick<StoryRow, 'state' | 'versionId' | 'path'>,
): Promise<ChainStep | undefined> {
  if (!isInReview(story.state)) return undefined;
  return (await chainFor(tx, story)).steps.find((one) => one.step === story.state);
}

/** The rule of a step at which a story may be signed: of its chain, or the review owed afterwards. */
export const ruleOf = (chain: Chain, step: string): StepRule | undefined =>
  step === afterReview.step ? afterReview : chain.steps.find((one) => one.step === step);
