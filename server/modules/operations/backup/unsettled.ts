import type pg from 'pg';
import type { App } from '#platform/app';
import { withOwner } from './owner.ts';

const says = 'restored, unsettled: ';

/** Notes at the database, in the transaction that fills it, that what was brought back is not settled yet: who was signed in then still is, and what people had deleted since is there. `madeAt`: the archive's. */
export const noteUnsettled = async (owner: pg.Client, madeAt: string): Promise<void> => {
  await owner.query(`comment on schema platform is ${owner.escapeLiteral(says + madeAt)}`);
};

/** All is settled. */
export const noteSettled = async (owner: pg.Client): Promise<void> => {
  await owner.query('comment on schema platform is null');
};

/** When the archive was made whose restore broke off before all was settled; null where none did. */
export async function unsettledSince(database: Pick<App['pool'], 'query'>): Promise<string | null> {
  const { rows } = await database.query<{ said: string | null }>(
    `select obj_description(to_regnamespace('platform'), 'pg_namespace') as said`,
  );
  const said = rows[0]?.said ?? '';
  return said.startsWith(says) ? said.slice(says.length) : null;
}

/** Whether it is a database whose restore broke off. */
export const isUnsettled = (ownerUrl: string): Promise<boolean> =>
  withOwner(ownerUrl, async (owner) => (await unsettledSince(owner)) !== null);
