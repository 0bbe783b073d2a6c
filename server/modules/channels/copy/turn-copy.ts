import type { Actor } from '#platform/actor';
import { move, moveAll } from '#platform/states';
import type { MoveNote } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { Copy } from './copy-queries.ts';
import { tellSounds } from './sound-forms.ts';
import { copyStates } from './states.ts';
import type { CopyState } from './states.ts';

/** What else is so when a copy comes into a state; what is left out is empty again, and counted from zero. */
export interface Turned {
  /** Real time at which something is to be sent. */
  readonly dueAt?: Date;
  readonly waitsFor?: 'pause' | 'quota' | 'retry' | 'breaker';
  /** Code of what it met with. */
  readonly problem?: string;
  /** Real time until which somebody has it in hand. */
  readonly claimedUntil?: Date;
  /** How often it was sent already. */
  readonly tries?: number;
  /** Real time at which to read back. */
  readonly lookAt?: Date;
  /** Sent anew after a withdrawal. */
  readonly anew?: boolean;
}

/** Brings a locked copy into another state, with everything that belongs to it. */
export async function turnCopy(
  tx: Tx,
  copy: Pick<Copy, 'id' | 'state'>,
  to: CopyState,
  by: Actor,
  turned: Turned = {},
  note: Omit<MoveNote, 'by'> = {},
): Promise<void> {
  await together(move(tx, copyStates, copy, to, { by, ...note }), noteTurned(tx, [copy.id], turned));
  await tellSounds(tx, [copy.id], by);
}

/** As `turnCopy`, for many locked copies at once. */
export async function turnCopies(
  tx: Tx,
  copies: readonly Pick<Copy, 'id' | 'state'>[],
  to: CopyState,
  by: Actor,
  turned: Turned = {},
): Promise<void> {
  await moveAll(tx, copyStates, copies, to, { by });
  await noteTurned(
    tx,
    copies.map((copy) => copy.id),
    turned,
  );
  await tellSounds(
    tx,
    copies.map((copy) => copy.id),
    by,
  );
}

const noteTurned = (tx: Tx, ids: readonly string[], turned: Turned): Promise<unknown> =>
  tx.named(
    'channels.turned',
    `update channels.copies set changed_at = $3, due_at = $4, waits_for = $5, problem = $6, claimed_until = $7, tries = $8, look_at = $9, round = round + $10, looks = 0, uncompared = null, ended_at = case when $10 = 0 then ended_at end, holds_on_at = case when $10 = 0 then holds_on_at end where county_id = $1 and id = any($2::uuid[])`,
    [
      tx.countyId,
      ids,
      tx.at,
      turned.dueAt ?? null,
      turned.waitsFor ?? null,
      turned.problem ?? null,
      turned.claimedUntil ?? null,
      turned.tries ?? 0,
      turned.lookAt ?? null,
      turned.anew ? 1 : 0,
    ],
  );
