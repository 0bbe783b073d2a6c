import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { newSecret, secretHash } from '../secrets.ts';

/** The browser that asks is the station's computer from now on: answers the secret for its cookie, which is kept nowhere else. */
export async function addComputer(tx: Tx, unitId: string, name: string): Promise<string> {
  const secret = newSecret();
  await tx.named(
    'access.add-computer',
    'insert into access.computers (county_id, id, unit_id, stands_at, secret_hash, registered_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, newId<'computer'>(), unitId, name, secretHash(secret), tx.at],
  );
  return secret;
}
