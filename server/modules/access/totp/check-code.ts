import { generateSync, verifySync } from 'otplib';
import type { Tx } from '#platform/transaction';

/** Seconds of a time step, and how far a phone's clock may be off. */
const periodSeconds = 30;
const toleranceSeconds = 30;
const toleranceSteps = toleranceSeconds / periodSeconds;

/** Under which purpose the secrets of one-time codes are sealed. */
export const totpSeal = 'access.totp';

/** Whether a six-digit code is right now and later than the last one used; the step it belongs to, or undefined. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: toleranceSeconds,
    period: periodSeconds,
  });
  if (!result.valid) return undefined;
  const present = Math.floor(now.getTime() / 1000 / periodSeconds);
  const step = present + result.delta;
  // One used while the clock was ahead would shut everybody out until that time comes.
  const isUsed = lastStep !== null && step <= lastStep && lastStep <= present + toleranceSteps;
  return isUsed ? undefined : step;
}

/** The code of this moment: for tests and for the demonstration's file of accounts. */
export const codeAt = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000), period: periodSeconds });

/** Checks a person's one-time code and uses it up; false for a wrong or used one, or when none is set up. */
export async function useTotpCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const [row] = await tx.named<{ totp_secret: Buffer | null; totp_last_step: number | null }>(
    'access.totp',
    'select totp_secret, totp_last_step from access.accounts where county_id = $1 and person_id = $2 and totp_confirmed_at is not null for update',
    [tx.countyId, personId],
  );
  if (!row?.totp_secret) return false;
  const secret = (await tx.ctx.app.keys.unseal(totpSeal, row.totp_secret)).toString('utf8');
  const step = stepOfCode(secret, code, tx.ctx.app.clock.now(), row.totp_last_step);
  if (step === undefined) return false;
  await tx.named(
    'access.totp-used',
    'update access.accounts set totp_last_step = $3 where county_id = $1 and person_id = $2',
    [tx.countyId, personId, step],
  );
  return true;
}
