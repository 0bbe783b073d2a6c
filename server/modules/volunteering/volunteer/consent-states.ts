import type { Actor } from '#platform/actor';
import { may, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ConsentPurpose, VolunteerConsent, VolunteerConsents } from '../contract.ts';
import { hasTakenBack } from '../join/consents.ts';
import { ageBandsOf, bandOf } from './age-bands.ts';
import { onTheWall } from '../county-day.ts';
import { thingOf } from './list-volunteers.ts';
import { volunteersByIds } from './volunteer-queries.ts';
import type { Volunteer } from './volunteer-queries.ts';

interface Said {
  purpose: ConsentPurpose;
  given: boolean;
  by: 'self' | 'guardian';
  at: Date;
  textVersion: string;
}

/** What a volunteer agreed to, purpose by purpose, with every date at which it was given or taken back (个人信息保护法 art. 14, 15): for themselves and whoever keeps volunteers. */
export async function consentStatesOf(ctx: Ctx, actor: Actor, personId: string): Promise<VolunteerConsents> {
  return ctx.transaction(async (tx) => {
    const volunteer = found((await volunteersByIds(tx, [personId])).get(personId));
    mustSee(tx, actor, 'volunteer.see-consents', thingOf(volunteer));
    return statesOf(tx, actor, volunteer);
  });
}

/** The same, asked for by a verb. */
export async function statesOf(tx: Tx, actor: Actor, volunteer: Volunteer): Promise<VolunteerConsents> {
  const said = await tx.named<Said>(
    'volunteering.consents-of',
    `select purpose, given, given_by as by, happened_at as at, text_version as "textVersion" from volunteering.consents where county_id = $1 and person_id = $2 order by entered_at desc, id desc`,
    [tx.countyId, volunteer.personId],
  );
  const of = (purpose: ConsentPurpose): VolunteerConsent['said'] =>
    said
      .filter((one) => one.purpose === purpose)
      .map(({ given, by, at, textVersion }) => ({ given, by, at: at.toISOString(), textVersion }));
  const own = may(tx, actor, 'volunteer.change-own', thingOf(volunteer));
  const keeps = may(tx, actor, 'volunteer.write', thingOf(volunteer));
  const isHere = volunteer.state !== 'left';
  // Whoever left by taking their consent back may come back the same way; whoever was let go asks at the station.
  const mayChange = own && (isHere || (await hasTakenBack(tx, volunteer.personId)));
  const items: VolunteerConsent[] = [
    { purpose: 'volunteering', given: isHere, said: of('volunteering'), mayChange },
    {
      purpose: 'home-visits',
      given: isHere && volunteer.homeVisits,
      said: of('home-visits'),
      mayChange: own && isHere,
    },
  ];
  const minor = of('minor');
  if (minor.length > 0 || (await needsGuardian(tx, volunteer)))
    items.push({ purpose: 'minor', given: volunteer.guardianAgreed, said: minor, mayChange: keeps && isHere });
  return { items, total: items.length };
}

async function needsGuardian(tx: Tx, { bornOn }: Volunteer): Promise<boolean> {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  return bornOn !== null && Boolean(bandOf((await ageBandsOf(tx)).bands, bornOn, false, day)?.guardian);
}
