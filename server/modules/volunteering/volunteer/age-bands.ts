import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { settingsForUpdate } from '#platform/change-county';
import { must, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { rootPlace } from '#places';
import type { AgeBand, AgeBandChange } from '../contract.ts';
import { yearsBetween } from '../county-day.ts';

const day = { notBefore: 480, notAfter: 1_200 };
/** What holds where the county has said nothing: under 6 nobody, from 6 with a guardian's consent and never in homes, from 14 beside somebody grown up, no nights, eight hours a week at most.
 *  The ages are those of 东营's rules and of the 注册志愿者管理办法; the hours are ours, no law gives them. */
export const defaultAgeBands: readonly AgeBand[] = [
  { fromAge: 0, accepted: false, guardian: true, homes: 'never', ...day, minutesPerWeek: 60 },
  { fromAge: 6, accepted: true, guardian: true, homes: 'never', ...day, notAfter: 1_080, minutesPerWeek: 240 },
  { fromAge: 14, accepted: true, guardian: true, homes: 'accompanied', ...day, minutesPerWeek: 480 },
];

/** The county's bands, youngest first, or ours. */
export async function ageBandsOf(tx: Tx): Promise<{ bands: readonly AgeBand[]; own: boolean }> {
  const rows = await tx.named<AgeBand>(
    'volunteering.age-bands',
    `select from_age as "fromAge", accepted, guardian, homes, not_before as "notBefore", not_after as "notAfter", minutes_per_week as "minutesPerWeek"
       from volunteering.age_bands where county_id = $1 order by from_age`,
    [tx.countyId],
  );
  return rows.length > 0 ? { bands: rows, own: true } : { bands: defaultAgeBands, own: false };
}

/** The band of somebody on a day; null for the grown up. Without a day of birth a child (under 14) counts as thirteen. */
export function bandOf(bands: readonly AgeBand[], bornOn: string | null, isChild: boolean, on: string): AgeBand | null {
  const age = bornOn ? yearsBetween(bornOn, on) : isChild ? 13 : 18;
  return age >= 18 ? null : (bands.findLast(({ fromAge }) => fromAge <= age) ?? null);
}

/** What minors may do in this county. */
export const listAgeBands = (ctx: Ctx, actor: Actor): Promise<{ items: AgeBand[]; total: number; own: boolean }> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'limit.read');
    const { bands, own } = await ageBandsOf(tx);
    return { items: [...bands], total: bands.length, own };
  });

/** Sets them all at once. Refuses: BadRequest (400) for two rows of one age, or a day that ends before it begins; StaleVersion (409), with the present ones, when somebody else set them since they were read. */
export const setAgeBands = (
  ctx: Ctx,
  actor: Actor,
  { items, read }: AgeBandChange,
): Promise<{ items: AgeBand[]; total: number; own: boolean }> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'limit.write', { placeId: rootPlace(tx).id });
    items.forEach(({ fromAge, notBefore, notAfter }, at) => {
      if (items.findIndex((other) => other.fromAge === fromAge) !== at)
        refuse('BadRequest', {}, [{ path: `/items/${at}/fromAge`, code: 'invalid_value' }]);
      if (notAfter <= notBefore) refuse('BadRequest', {}, [{ path: `/items/${at}/notAfter`, code: 'before_start' }]);
    });
    // Where the county has said nothing there is no row of its own to lock.
    await settingsForUpdate(tx);
    const present = (await ageBandsOf(tx)).bands;
    if (read) mustBeAsRead(present, read.toSorted(youngestFirst));
    await tx.named('volunteering.clear-age-bands', 'delete from volunteering.age_bands where county_id = $1', [
      tx.countyId,
    ]);
    for (const band of items)
      await tx.named(
        'volunteering.set-age-band',
        'insert into volunteering.age_bands (county_id, from_age, accepted, guardian, homes, not_before, not_after, minutes_per_week, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [
          tx.countyId,
          band.fromAge,
          band.accepted,
          band.guardian,
          band.homes,
          band.notBefore,
          band.notAfter,
          band.minutesPerWeek,
          tx.at,
        ],
      );
    await audit(tx, actor, { act: 'limit.set-ages', noun: 'limit', subjectId: 'county' });
    const { bands } = await ageBandsOf(tx);
    return { items: [...bands], total: bands.length, own: true };
  });

const youngestFirst = (one: AgeBand, other: AgeBand): number => one.fromAge - other.fromAge;
