import { today } from '#places';
import type { Tx } from '#platform/transaction';

/** A published record with a picture in which somebody can be recognised who agreed to it no more. */
export interface EndedConsent {
  readonly subjectId: string;
  readonly hash: string;
  /** What the desk calls the picture; may be empty. */
  readonly name: string;
  readonly revoked: boolean;
  /** When it was taken back, or the end of its last day in the county. */
  readonly endedAt: Date;
}

/** Published records of a noun that show pictures whose consent was taken back or has ended, and which nobody has seen to yet; those taken back first. Nothing is taken down for it: somebody decides. */
export const endedConsents = (tx: Tx, noun: string): Promise<EndedConsent[]> =>
  tx.named<EndedConsent>(
    'media.ended-consents',
    `select distinct on (c.revoked_at is null, u.subject_id, p.hash) u.subject_id as "subjectId", p.hash, coalesce(nullif(p.title, ''), nullif(p.caption, ''), p.alt) as name,
       c.revoked_at is not null as revoked, coalesce(c.revoked_at, (c.valid_until + 1)::timestamp at time zone $4) as "endedAt"
       from media.consents c join media.pictures p on p.county_id = c.county_id and p.hash = c.picture_hash
       join media.uses u on u.county_id = c.county_id and u.picture_hash = c.picture_hash and u.noun = $2 and u.part = 'edition'
      where c.county_id = $1 and c.settled_at is null and (c.revoked_at is not null or c.valid_until < $3::date)
      order by c.revoked_at is null, u.subject_id, p.hash, "endedAt" limit 200`,
    [tx.countyId, noun, today(tx), tx.ctx.county.timeZone],
  );
