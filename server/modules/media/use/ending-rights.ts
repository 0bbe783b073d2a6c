import { lastToldDay } from '../picture/rights.ts';
import type { Tx } from '#platform/transaction';

/** A published record with a picture whose rights end soon or have ended. */
export interface EndingRight {
  readonly subjectId: string;
  readonly hash: string;
  /** What the desk calls the picture; may be empty. */
  readonly name: string;
  /** The last day on which it may be shown. */
  readonly until: string;
  /** The end of that day in the county. */
  readonly endsAt: Date;
}

/** Published records of a noun that show pictures whose rights end within two weeks or have ended, the earliest first. Nothing is taken down for it: somebody decides. */
export const endingRights = (tx: Tx, noun: string): Promise<EndingRight[]> =>
  tx.named<EndingRight>(
    'media.ending-rights',
    `select u.subject_id as "subjectId", p.hash, coalesce(nullif(p.title, ''), nullif(p.caption, ''), p.alt) as name, to_char(p.rights_until, 'YYYY-MM-DD') as until,
       (p.rights_until + 1)::timestamp at time zone $4 as "endsAt"
       from media.pictures p join media.uses u on u.county_id = p.county_id and u.picture_hash = p.hash and u.noun = $2 and u.part = 'edition'
      where p.county_id = $1 and p.rights_until <= $3::date order by p.rights_until, u.subject_id limit 200`,
    [tx.countyId, noun, lastToldDay(tx), tx.ctx.county.timeZone],
  );
