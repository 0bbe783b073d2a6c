import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { isInShare } from './share.ts';
import { violationsOnly } from './violations-only.ts';

// Each look takes seconds of a processor.
const oneIn = 3;

/** Faults of the page as it stands, each as `place: rule: elements`: those that keep somebody out (serious and critical in the words of axe), or the `minor` ones too; none where this run does not look. */
export async function accessFaults(page: Page, place: string, { minor = false } = {}): Promise<string[]> {
  if (!isInShare(place, oneIn)) return [];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(violationsOnly).analyze();
  return violations
    .filter(({ impact }) => minor || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${place}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
