import type { SectionView } from '../contract.ts';
import type { Section } from './section-queries.ts';

/** A section as it is told to programs. */
export const presentSection = (section: Section): SectionView => ({
  id: section.id,
  slug: section.slug,
  name: section.name,
  description: section.description,
  position: section.position,
  unitId: section.unitId,
  chainId: section.chainId,
  correctionChainId: section.correctionChainId,
  updateChainId: section.updateChainId,
  ended: section.endedAt !== null,
  lastHand: section.lastHand,
});
