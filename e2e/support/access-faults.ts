import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { violationsOnly } from './violations-only.ts';

// Each look takes seconds of a processor: a seeded third of the places is looked at, `npm run test:deep` looks at all.
const oneIn = process.env['XIANGYIN_DEEP'] === '1' ? 1 : 3;
const seed = process.env['XIANGYIN_SEED'] || '1';

/** Faults of the page as it stands, each as `place: rule: elements`: those that keep somebody out (serious and critical in the words of axe), or the `minor` ones too; none where this run does not look. */
export async function accessFaults(page: Page, place: string, { minor = false } = {}): Promise<string[]> {
  if (createHash('sha256').update(`${seed} ${place}`).digest().readUInt32BE() % oneIn !== 0) return [];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(violationsOnly).analyze();
  return violations
    .filter(({ impact }) => minor || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${place}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
