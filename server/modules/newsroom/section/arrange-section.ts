import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Words } from '#platform/county';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { mustBeInOwnLanguage, rootPlace } from '#places';
import type { Ctx, Tx } from '#platform/transaction';
import { chainsOf } from '../chain/chain-queries.ts';
import { urgentSlug } from '../chain/chain.ts';
import { writePackChains } from '../chain/pack-chains.ts';
import type { SectionView } from '../contract.ts';
import { sectionChanged } from '../events.ts';
import { presentSection } from './present-section.ts';
import { isSectionUnit, sectionById, sectionForUpdate } from './section-queries.ts';
import type { Section } from './section-queries.ts';

/** A section to open. */
export interface NewSection {
  slug: string;
  name: Words;
  description?: Words;
  position: number;
  unitId?: string | null;
  chainId?: string | null;
  correctionChainId?: string | null;
  updateChainId?: string | null;
  lastHand?: Section['lastHand'];
}
/** What changes about a section; its slug never does. */
export interface SectionChange {
  sectionId: string;
  name?: Words | undefined;
  description?: Words | undefined;
  position?: number | undefined;
  unitId?: string | null | undefined;
  /** By which chain its stories are reviewed from their next submission on; null: the county's default. */
  chainId?: string | null | undefined;
  /** By which chains their corrections and updates are; null: as any other text of it. */
  correctionChainId?: string | null | undefined;
  updateChainId?: string | null | undefined;
  ended?: boolean | undefined;
  lastHand?: Section['lastHand'] | undefined;
  /** As it was read; left out: whatever it is now. */
  read?: SectionView | undefined;
}

/** Opens a section. Refuses: SlugTaken (409), NotFound (404) for an unknown unit, or a chain that is unknown or ended. */
export async function openSection(ctx: Ctx, actor: Actor, request: NewSection): Promise<Section> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'section.arrange', { placeId: rootPlace(tx).id });
    mustBeInOwnLanguage(tx, request.name);
    await mustBeUnit(tx, request.unitId);
    await mustBeChains(tx, request);
    const id = newId<'section'>();
    const added = await tx.client.query(
      'insert into newsroom.sections (county_id, id, slug, name, description, position, unit_id, chain_id, last_hand, correction_chain_id, update_chain_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing',
      [
        tx.countyId,
        id,
        request.slug,
        JSON.stringify(request.name),
        JSON.stringify(request.description ?? {}),
        request.position,
        request.unitId ?? null,
        request.chainId ?? null,
        request.lastHand ?? 'rostered',
        request.correctionChainId ?? null,
        request.updateChainId ?? null,
      ],
    );
    if (added.rowCount !== 1) refuse('SlugTaken', {}, [{ path: '/slug', code: 'taken' }]);
    await standAt(tx, id, request.position);
    await emit(tx, sectionChanged, actor, { sectionId: id });
    await audit(tx, actor, { act: 'section.open', noun: 'section', subjectId: id });
    return sectionById(tx, id);
  });
}

/** Renames, moves or ends a section, or gives it another chain; its stories stay where they are. Moving it to a position moves the others along.
 *  Refuses: NotFound (404); StaleVersion (409), with the present one, when somebody else changed it since it was read. */
export async function changeSection(ctx: Ctx, actor: Actor, request: SectionChange): Promise<Section> {
  return ctx.transaction(async (tx) => {
    const section = await sectionForUpdate(tx, request.sectionId);
    must(tx, actor, 'section.arrange', { placeId: rootPlace(tx).id });
    if (request.read) mustBeAsRead(withoutPlace(presentSection(section)), withoutPlace(request.read));
    if (request.name) mustBeInOwnLanguage(tx, request.name);
    await mustBeUnit(tx, request.unitId);
    await mustBeChains(tx, request);
    const ended = request.ended === undefined ? section.endedAt : request.ended ? (section.endedAt ?? tx.at) : null;
    await tx.client.query(
      'update newsroom.sections set name = $3, description = $4, unit_id = $5, ended_at = $6, chain_id = $7, last_hand = $8, correction_chain_id = $9, update_chain_id = $10 where county_id = $1 and id = $2',
      [
        tx.countyId,
        section.id,
        JSON.stringify(request.name ?? section.name),
        JSON.stringify(request.description ?? section.description),
        request.unitId === undefined ? section.unitId : request.unitId,
        ended,
        request.chainId === undefined ? section.chainId : request.chainId,
        request.lastHand ?? section.lastHand,
        request.correctionChainId === undefined ? section.correctionChainId : request.correctionChainId,
        request.updateChainId === undefined ? section.updateChainId : request.updateChainId,
      ],
    );
    if (request.position !== undefined) await standAt(tx, section.id, request.position);
    await emit(tx, sectionChanged, actor, { sectionId: section.id });
    const hand = request.lastHand && request.lastHand !== section.lastHand ? { lastHand: request.lastHand } : {};
    await audit(tx, actor, { act: 'section.change', noun: 'section', subjectId: section.id, detail: hand });
    return sectionById(tx, section.id);
  });
}

// Where it stands among the others is theirs as well: moving one of them is no change of it.
function withoutPlace(section: SectionView): Omit<SectionView, 'position'> {
  const { position: _, ...rest } = section;
  return rest;
}

// The sections are numbered anew from 0 with this one in its place, so that no two share a position.
async function standAt(tx: Tx, sectionId: string, position: number): Promise<void> {
  const rows = await tx.named<{ id: string; position: number }>(
    'newsroom.sections-to-order',
    'select id, position from newsroom.sections where county_id = $1 order by position, id = $2 desc, slug for update',
    [tx.countyId, sectionId],
  );
  const order = rows.filter((row) => row.id !== sectionId);
  order.splice(position, 0, ...rows.filter((row) => row.id === sectionId));
  for (const [at, row] of order.entries())
    if (row.position !== at)
      await tx.named(
        'newsroom.place-section',
        'update newsroom.sections set position = $3 where county_id = $1 and id = $2',
        [tx.countyId, row.id, at],
      );
}

async function mustBeUnit(tx: Tx, unitId: string | null | undefined): Promise<void> {
  if (unitId) found((await isSectionUnit(tx, unitId)) || undefined);
}

type ChainsNamed = Pick<SectionChange, 'chainId' | 'correctionChainId' | 'updateChainId'>;

async function mustBeChains(tx: Tx, { chainId, correctionChainId, updateChainId }: ChainsNamed): Promise<void> {
  const named = [chainId, correctionChainId, updateChainId].filter((one) => typeof one === 'string');
  if (named.length === 0) return;
  await writePackChains(tx);
  const open = (await chainsOf(tx)).filter((one) => one.slug !== urgentSlug && !one.endedAt);
  for (const id of named) found(open.find((one) => one.id === id));
}
