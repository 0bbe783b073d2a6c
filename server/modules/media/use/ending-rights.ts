import { lastToldDay } from '../library/rights.ts';
import { itemsSql } from './items-sql.ts';
import type { Tx } from '#platform/transaction';

/** A published record with a picture or a material whose rights end soon or have ended. */
export interface EndingRight {
  readonly subjectId: string;
  readonly of: 'picture' | 'material';
  /** What the desk calls it; may be empty. */
  readonly name: string;
  /** The last day on which it may be shown. */
  readonly until: string;
  /** The end of that day in the county. */
  readonly endsAt: Date;
}

/** Published records of a noun that show pictures or materials whose rights end within two weeks or have ended, the earliest first. Nothing is taken down for it: somebody decides. */
export const endingRights = (tx: Tx, noun: string): Promise<EndingRight[]> =>
  tx.named<EndingRight>(
    'media.ending-rights',
    `select u.subject_id as "subjectId", i.of, i.name, to_char(i.rights_until, 'YYYY-MM-DD') as until,
       (i.rights_until + 1)::timestamp at time zone $4 as "endsAt"
       from ${itemsSql} i join media.uses u on u.county_id = i.county_id and u.item_hash = i.hash and u.noun = $2 and u.part = 'edition'
      where i.county_id = $1 and i.rights_until <= $3::date order by i.rights_until, u.subject_id limit 200`,
    [tx.countyId, noun, lastToldDay(tx), tx.ctx.county.timeZone],
  );
