import { readCookies } from '#platform/http/cookies';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { secretHash } from '../secrets.ts';

/** The computer at a station's counter. `unitId`: the station. */
export interface Computer {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly registeredAt: Date;
}

/** Name of the cookie that makes a browser the station's computer, without its __Host- prefix. */
export const computerCookieName = 'station-computer';

const columns = `c.id, c.unit_id as "unitId", c.stands_at as name, c.registered_at as "registeredAt"`;

/** The secret that a browser sends as a station's computer; empty without. */
export const computerSecretOf = (cookies: string | undefined): string =>
  readCookies(cookies).get(`__Host-${computerCookieName}`) ?? '';

/** The computer whose browser holds this secret; undefined once it or its station was ended. */
export async function computerBySecret(tx: Tx, secret: string): Promise<Computer | undefined> {
  if (secret === '') return undefined;
  const [row] = await tx.named<Computer>(
    'access.computer-by-secret',
    `select ${columns} from access.computers c join access.units u on u.county_id = $1 and u.id = c.unit_id and u.closed_at is null
      where c.county_id = $1 and c.secret_hash = $2 and c.ended_at is null`,
    [tx.countyId, secretHash(secret)],
  );
  return row;
}

/** The computers of a station that were not ended, oldest first. */
export const computersOf = (tx: Tx, unitId: string): Promise<Computer[]> =>
  tx.named<Computer>(
    'access.computers',
    `select ${columns} from access.computers c where c.county_id = $1 and c.unit_id = $2 and c.ended_at is null order by c.registered_at, c.id`,
    [tx.countyId, unitId],
  );

/** One of them, locked, or 404. */
export async function computerForUpdate(tx: Tx, unitId: string, id: string): Promise<Computer> {
  const [row] = await tx.named<Computer>(
    'access.computer-lock',
    `select ${columns} from access.computers c where c.county_id = $1 and c.unit_id = $2 and c.id = $3 and c.ended_at is null for update`,
    [tx.countyId, unitId, id],
  );
  return found(row);
}
