import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { AdoptionMedium } from '../contract.ts';
import type { AdoptionRow } from './adoption-queries.ts';
import { highest, standingOf } from './standing.ts';
import { countAgain, reverseLine } from './write-line.ts';

/** 就高不重复: a text (or its picture, sound, film) counts once, at the highest level. What is lower is taken back by a reversal and stays known; it counts again when nothing higher is left. Called after every change, with the story locked and every line of it, those just written among them. */
export async function countOnce(
  tx: Tx,
  actor: Actor,
  lines: readonly AdoptionRow[],
  medium: AdoptionMedium,
): Promise<void> {
  const standing = standingOf(lines.filter((line) => line.medium === medium));
  const best = highest(standing);
  for (const one of standing) {
    if (one === best || one.state !== 'counted') continue;
    for (const line of one.last) if (line.kind === 'counted') await reverseLine(tx, actor, line, 'higher-level');
  }
  if (best?.state !== 'known') return;
  for (const line of best.last) await countAgain(tx, actor, line, 'counts-again');
}
