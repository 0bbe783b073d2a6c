import type pg from 'pg';
import { until } from './until.ts';

/** Waits until somebody in the database of this connection waits for what another holds. */
export const waitsForLock = (owner: pg.Client): Promise<void> =>
  until(async () => {
    const { rowCount } = await owner.query(
      'select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted',
    );
    return rowCount !== 0;
  }, 'nobody waits');
