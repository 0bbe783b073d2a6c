import type { Tx } from '#platform/transaction';
import type { Chain, ChainStep } from './chain.ts';
import { urgentSlug } from './chain.ts';

const plain = { importantOnly: false, checkList: [], checkListRequired: false } satisfies Partial<ChainStep>;

/** The chains that a county begins with; it arranges versions of its own (`arrangeChain`). Their ids are the same in every county.
 *  full: three reviews by three people. paired: a small desk; first and second review may be one person's. urgent: one editor writes, one signer on duty. */
export const packChains: readonly Chain[] = [
  {
    id: '01930000-0000-7000-8000-0000000c4a01',
    slug: 'full',
    name: { 'zh-CN': '三审', en: 'Three reviews' },
    isDefault: true,
    endedAt: null,
    versionId: '01930000-0000-7000-8000-0000000c4a11',
    number: 1,
    separation: 'strict',
    steps: [
      { ...plain, step: 'first_review', side: 'first', roles: ['editor'], dueMinutes: 120 },
      { ...plain, step: 'second_review', side: 'second', roles: ['section-head'], dueMinutes: 120 },
      { ...plain, step: 'final_review', side: 'final', roles: ['chief-editor'], dueMinutes: 60 },
    ],
  },
  {
    id: '01930000-0000-7000-8000-0000000c4a02',
    slug: 'paired',
    name: { 'zh-CN': '合审', en: 'Paired reviews' },
    isDefault: false,
    endedAt: null,
    versionId: '01930000-0000-7000-8000-0000000c4a12',
    number: 1,
    separation: 'paired',
    steps: [
      { ...plain, step: 'first_review', side: 'reviews', roles: ['editor', 'section-head'], dueMinutes: 120 },
      { ...plain, step: 'second_review', side: 'reviews', roles: ['editor', 'section-head'], dueMinutes: 120 },
      { ...plain, step: 'final_review', side: 'final', roles: ['chief-editor'], dueMinutes: 60 },
    ],
  },
  {
    id: '01930000-0000-7000-8000-0000000c4a03',
    slug: urgentSlug,
    name: { 'zh-CN': '急稿', en: 'Urgent' },
    isDefault: false,
    endedAt: null,
    versionId: '01930000-0000-7000-8000-0000000c4a13',
    number: 1,
    separation: 'strict',
    steps: [
      { ...plain, step: 'urgent_review', side: 'final', roles: ['chief-editor', 'section-head'], dueMinutes: 10 },
    ],
  },
];

/** Writes down what the county has from the program, once: before its first round, and before it arranges anything. */
export async function writePackChains(tx: Tx): Promise<void> {
  const written = await tx.named('newsroom.has-chains', 'select 1 from newsroom.chains where county_id = $1 limit 1', [
    tx.countyId,
  ]);
  if (written.length > 0) return;
  for (const chain of packChains) {
    await storeVersion(tx, chain, null);
    await tx.named(
      'newsroom.store-pack-chain',
      'insert into newsroom.chains (county_id, id, slug, name, is_default, version_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [tx.countyId, chain.id, chain.slug, JSON.stringify(chain.name), chain.isDefault, chain.versionId],
    );
  }
}

/** Keeps a version of a chain for ever. `arrangedBy` null: from the program. */
export async function storeVersion(
  tx: Tx,
  chain: Pick<Chain, 'id' | 'versionId' | 'number' | 'separation' | 'steps'>,
  arrangedBy: string | null,
): Promise<void> {
  await tx.named(
    'newsroom.store-chain-version',
    `insert into newsroom.chain_versions (county_id, id, chain_id, number, separation, arranged_by, arranged_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.countyId, chain.versionId, chain.id, chain.number, chain.separation, arrangedBy, tx.at],
  );
  for (const [position, one] of chain.steps.entries())
    await tx.named(
      'newsroom.store-chain-step',
      `insert into newsroom.chain_steps (county_id, version_id, position, step, side, separation, roles, due_minutes, important_only, check_list, check_list_required)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        tx.countyId,
        chain.versionId,
        position,
        one.step,
        one.side,
        chain.separation,
        one.roles,
        one.dueMinutes,
        one.importantOnly,
        one.checkList,
        one.checkListRequired,
      ],
    );
}
