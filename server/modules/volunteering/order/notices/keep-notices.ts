import { codeForm } from '../order-code.ts';
import { consentVersion } from '../consent.ts';
import type { Tx } from '#platform/transaction';
import type { Contact } from '../../contract.ts';

/** Under which purpose codes are sealed. */
export const codeSeal = 'volunteering.order-code';

/** Keeps what each contact is to be told, purpose by purpose, as the person served agreed (PIPL art. 13, 14, 23). The code is kept, sealed, for the link to whoever ordered: others are told without one. */
export async function keepNotices(
  tx: Tx,
  orderId: string,
  printedCode: string,
  contacts: readonly Contact[],
): Promise<void> {
  for (const [at, { notices }] of contacts.entries()) {
    if (!notices) continue;
    const sealed = at === 0 ? await sealedCode(tx, printedCode) : null;
    await keepNotice(tx, orderId, at + 1, notices, sealed);
  }
}

/** Keeps another code for the link to whoever ordered, where they are told anything. */
export async function resealCode(tx: Tx, orderId: string, code: string): Promise<void> {
  await tx.named(
    'volunteering.reseal-code',
    'update volunteering.order_notices set sealed_code = $3 where county_id = $1 and order_id = $2 and sealed_code is not null',
    [tx.countyId, orderId, await sealedCode(tx, code)],
  );
}

const sealedCode = (tx: Tx, code: string): Promise<Buffer> =>
  tx.ctx.app.keys.seal(codeSeal, Buffer.from(codeForm(code) ?? ''));

/** Keeps what one contact is to be told; where somebody else stood at that position before, their word has ended and makes room. */
export async function keepNotice(
  tx: Tx,
  orderId: string,
  position: number,
  notices: NonNullable<Contact['notices']>,
  sealed: Buffer | null,
): Promise<void> {
  await tx.named(
    'volunteering.keep-notices',
    `insert into volunteering.order_notices (county_id, order_id, position, channel, email, purposes, sealed_code, consent_version, agreed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (county_id, order_id, position) do update set channel = excluded.channel, email = excluded.email, purposes = excluded.purposes, consent_version = excluded.consent_version, agreed_at = excluded.agreed_at, ended_at = null, ended_by = null
         where order_notices.ended_at is not null`,
    [
      tx.countyId,
      orderId,
      position,
      notices.channel,
      notices.channel === 'email' ? notices.email : null,
      [...new Set(notices.purposes)],
      sealed,
      consentVersion,
      tx.at,
    ],
  );
}

/** What contact after contact of an order is told now, for an order that is made from it; undefined: nothing, or no more. */
export async function noticesToCopy(tx: Tx, orderId: string): Promise<Map<number, NonNullable<Contact['notices']>>> {
  const rows = await tx.named<{ position: number } & NonNullable<Contact['notices']> & { email: string | null }>(
    'volunteering.notices-to-copy',
    'select position, channel, email, purposes from volunteering.order_notices where county_id = $1 and order_id = $2 and ended_at is null',
    [tx.countyId, orderId],
  );
  return new Map(
    rows.map(({ position, channel, email, purposes }) => [
      position,
      { channel, purposes, ...(email ? { email } : {}) },
    ]),
  );
}
