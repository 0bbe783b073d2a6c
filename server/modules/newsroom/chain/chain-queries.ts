import type { App } from '#platform/app';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { isInReview } from '../story/states.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { Chain, ChainStep, ChainVersion } from './chain.ts';
import { packChains } from './pack-chains.ts';

const versionColumns = `h.id, h.slug, v.id as "versionId", v.number, v.separation,
  (select json_agg(json_build_object('step', k.step, 'side', k.side, 'roles', k.roles, 'dueMinutes', k.due_minutes, 'importantOnly', k.important_only, 'checkList', k.check_list, 'checkListRequired', k.check_list_required) order by k.position)
     from newsroom.chain_steps k where k.county_id = v.county_id and k.version_id = v.id) as steps`;
const chainColumns = `h.name, h.is_default as "isDefault", h.ended_at as "endedAt", ${versionColumns}`;

// A version stays as it was written for ever, so that whoever read it once need not ask again. Bounded, because a county may arrange as many as it likes.
const versions = new WeakMap<App, Map<string, ChainVersion>>();
const mostVersions = 1_000;

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
export async function versionById(tx: Tx, versionId: string): Promise<ChainVersion> {
  const { app } = tx.ctx;
  const known = versions.get(app) ?? new Map<string, ChainVersion>();
  versions.set(app, known);
  const key = `${tx.countyId} ${versionId}`;
  const kept = known.get(key);
  if (kept) return kept;
  const [row] = await tx.named<ChainVersion>(
    'newsroom.chain-version',
    `select ${versionColumns} from newsroom.chain_versions v join newsroom.chains h on h.county_id = v.county_id and h.id = v.chain_id where v.county_id = $1 and v.id = $2`,
    [tx.countyId, versionId],
  );
  const version = found(row);
  if (known.size >= mostVersions) known.clear();
  known.set(key, version);
  return version;
}

/** The chain that a story goes by: in a round the version this began with, else the one it would begin with now. */
export const chainFor = (tx: Tx, story: Pick<StoryRow, 'versionId' | 'path'>): Promise<ChainVersion> =>
  story.versionId ? versionById(tx, story.versionId) : chainBySlug(tx, story.path);

/** The step a story waits at, or undefined. */
export async function stepAtDesk(
  tx: Tx,
  story: Pick<StoryRow, 'state' | 'versionId' | 'path'>,
): Promise<ChainStep | undefined> {
  if (!isInReview(story.state)) return undefined;
  return (await chainFor(tx, story)).steps.find((one) => one.step === story.state);
}
