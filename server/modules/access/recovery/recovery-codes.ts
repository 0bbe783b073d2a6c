import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { newPaperCode, paperCodeForm, secretHash } from '../secrets.ts';
import type { AccessTables } from '../tables.ts';

const howMany = 10;

/** Makes ten fresh recovery codes in place of all earlier ones and returns them, to be shown once. */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const db = tx.tables<AccessTables>();
  await db
    .deleteFrom('access.recovery_codes')
    .where('county_id', '=', tx.countyId)
    .where('person_id', '=', personId)
    .execute();
  const codes = Array.from({ length: howMany }, () => newPaperCode(4));
  const rows = codes.map((code) => ({
    county_id: tx.countyId,
    id: newId(),
    person_id: personId,
    code_hash: secretHash(paperCodeForm(code)),
    made_at: tx.ctx.app.clock.now(),
  }));
  await db.insertInto('access.recovery_codes').values(rows).execute();
  return codes;
}

/** Uses up a recovery code; false when it is wrong or used. */
export async function useRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const rows = await tx.named(
    'access.use-recovery-code',
    'update access.recovery_codes set used_at = $4 where county_id = $1 and person_id = $2 and code_hash = $3 and used_at is null returning id',
    [tx.countyId, personId, secretHash(paperCodeForm(code)), tx.ctx.app.clock.now()],
  );
  return rows.length === 1;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'access.recovery-codes-left',
    'select count(*) as n from access.recovery_codes where county_id = $1 and person_id = $2 and used_at is null',
    [tx.countyId, personId],
  );
  return row?.n ?? 0;
}
