import type { Tx } from '#platform/transaction';
import type { ConsentState } from '../contract.ts';
import { stateOf } from './consent-queries.ts';

/** What the row of a picture or a material knows of its consents. */
export interface ConsentInShort {
  readonly revoked: boolean;
  /** The last day; null: until it is taken back. */
  readonly until: string | null;
  readonly settled: boolean;
}

/** The consents in short, as a column of a query over `media.pictures` or `media.materials` whose first value is the county. */
export const consentsColumn = `(select coalesce(json_agg(json_build_object('revoked', c.revoked_at is not null, 'until', to_char(c.valid_until, 'YYYY-MM-DD'), 'settled', c.settled_at is not null)), '[]')
    from media.consents c where c.county_id = $1 and c.item_hash = hash)`;

/** Whether those who can be recognised in a picture or a recording agreed to its being shown; null where nobody said that anybody can be recognised. One that was taken back or has ended and that nobody has seen to yet counts before any that holds: in a picture of two it is of one of them. */
export function consentOf(
  tx: Tx,
  { showsPeople, consents }: { readonly showsPeople: boolean; readonly consents: readonly ConsentInShort[] },
): ConsentState | null {
  if (!showsPeople && consents.length === 0) return null;
  const states = consents.map((one) => ({ state: stateOf(tx, one), settled: one.settled }));
  const has = (state: ConsentState, settled?: false): boolean =>
    states.some((one) => one.state === state && (settled === undefined || one.settled === settled));

  if (has('revoked', false)) return 'revoked';
  if (has('ended', false)) return 'ended';
  if (has('held')) return 'held';
  if (has('revoked')) return 'revoked';
  return has('ended') ? 'ended' : 'missing';
}
