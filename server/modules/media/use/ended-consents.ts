import { today } from '#places';
import { itemsSql } from './items-sql.ts';
import type { Tx } from '#platform/transaction';

/** A published record with a picture or a recording in which somebody can be recognised who agreed to it no more. */
export interface EndedConsent {
  readonly subjectId: string;
  readonly of: 'picture' | 'material';
  /** Where the desk sees to it: a path of the console. */
  readonly href: string;
  /** What the desk calls it; may be empty. */
  readonly name: string;
  readonly revoked: boolean;
  /** When it was taken back, or the end of its last day in the county. */
  readonly endedAt: Date;
}

/** Published records of a noun that show pictures or recordings whose consent was taken back or has ended, and which nobody has seen to yet; those taken back first. Nothing is taken down for it: somebody decides. */
export const endedConsents = (tx: Tx, noun: string): Promise<EndedConsent[]> =>
  tx.named<EndedConsent>(
    'media.ended-consents',
    `select distinct on (c.revoked_at is null, u.subject_id, i.hash) u.subject_id as "subjectId", i.of, i.href, i.name,
       c.revoked_at is not null as revoked, coalesce(c.revoked_at, (c.valid_until + 1)::timestamp at time zone $4) as "endedAt"
       from media.consents c join ${itemsSql} i on i.county_id = c.county_id and i.hash = c.item_hash
       join media.uses u on u.county_id = c.county_id and u.item_hash = c.item_hash and u.noun = $2 and u.part = 'edition'
      where c.county_id = $1 and c.settled_at is null and (c.revoked_at is not null or c.valid_until < $3::date)
      order by c.revoked_at is null, u.subject_id, i.hash, "endedAt" limit 200`,
    [tx.countyId, noun, today(tx), tx.ctx.county.timeZone],
  );
