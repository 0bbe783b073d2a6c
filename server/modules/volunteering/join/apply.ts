import { isLiving, phoneForm, placeByCode, today } from '#places';
import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { onTheWall } from '../county-day.ts';
import { applicationSent } from '../events.ts';
import { keyedHash } from '../order/keyed-hash.ts';
import { mustNotCrowd } from '../order/order-limits.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import { ageBandsOf, bandOf } from '../volunteer/age-bands.ts';
import { teamById } from '../volunteer/team-queries.ts';
import type { Window } from '../volunteer/volunteer-queries.ts';
import { writeConsent } from './consents.ts';

/** What somebody filled in who wishes to volunteer. */
export interface Application {
  readonly teamId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly placeCode: string;
  readonly skills: readonly string[];
  readonly availability: readonly Window[];
  readonly withinKm: number | null;
  /** Of minors alone. */
  readonly bornOn: string | null;
  readonly guardianName: string;
  readonly guardianPhone: string;
  /** The trap's content; a person leaves it empty. */
  readonly trap: string;
  readonly net: string;
}

/** Somebody joins by the public form, without account. What fell into the trap is taken all the same and marked: a mistaken trap must cost nobody their wish to help.
 *  Refuses: PlaceNotServed, PhoneNotUnderstood, TooYoung, GuardianNeeded (422), AlreadyApplied (409) while the same phone waits, TooManyRequests (429). */
export async function applyByForm(ctx: Ctx, actor: Actor, typed: Application): Promise<void> {
  await ctx.transaction(async (tx) => {
    await mustNotCrowd(tx, typed.net);
    const place = placeByCode(tx, typed.placeCode);
    if (!place || !isLiving(place, today(tx)))
      refuse('PlaceNotServed', { phone: ctx.county.phone }, [{ path: '/place', code: 'not_served' }]);
    const team = typed.teamId ? await teamById(tx, typed.teamId) : null;
    const guardian = await guardianOf(tx, typed);
    const bornOn = guardian ? typed.bornOn : null;
    const phone = phoneOrRefuse(tx, typed.phone, '/phone');
    await mustBeKnownTerms(
      tx,
      termsAt('skill', typed.skills, () => '/skills'),
    );
    const id = newId<'application'>();
    const written = await tx.named(
      'volunteering.apply',
      `insert into volunteering.applications (county_id, id, team_id, place_id, name, phone, phone_hash, skills, availability, within_km, born_on, guardian_name, guardian_phone, language, suspect, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (county_id, phone_hash) where verdict is null and phone_hash <> '' do nothing returning 1`,
      [
        tx.countyId,
        id,
        team && team.recruits && !team.closed ? team.id : null,
        place.id,
        typed.name,
        phone,
        await keyedHash(tx, 'phone', phone),
        typed.skills,
        JSON.stringify(typed.availability),
        typed.withinKm,
        bornOn,
        guardian?.name ?? null,
        guardian?.phone ?? null,
        ctx.language,
        typed.trap.trim() !== '',
        tx.at,
      ],
    );
    if (written.length === 0) refuse('AlreadyApplied');
    await writeConsent(tx, actor, { applicationId: id, purpose: 'volunteering', given: true, givenBy: 'self' });
    await emit(tx, applicationSent, actor, { applicationId: id, placeId: place.id });
  });
}

// A guardian's consent itself is given on paper at the station: a form cannot know who ticks a box.
async function guardianOf(tx: Tx, typed: Application): Promise<{ name: string; phone: string } | null> {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  const band = typed.bornOn ? bandOf((await ageBandsOf(tx)).bands, typed.bornOn, false, day) : null;
  if (!band) return null;
  if (!band.accepted) refuse('TooYoung', {}, [{ path: '/bornOn', code: 'invalid_value' }]);
  if (typed.guardianName === '' || typed.guardianPhone === '')
    refuse('GuardianNeeded', {}, [
      { path: typed.guardianName === '' ? '/guardianName' : '/guardianPhone', code: 'required' },
    ]);
  return { name: typed.guardianName, phone: phoneOrRefuse(tx, typed.guardianPhone, '/guardianPhone') };
}

const phoneOrRefuse = (tx: Tx, typed: string, path: string): string =>
  phoneForm(tx.ctx.county, typed) ??
  refuse('PhoneNotUnderstood', {}, [{ path, code: 'invalid_format', detail: { expected: 'phone' } }]);
