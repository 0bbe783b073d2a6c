import { addTeam, addVolunteer, changeVolunteer } from '#volunteering';
import { placeByCode } from '#places';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import { demonstrationTeams, demonstrationVolunteers } from '../content/people.ts';
import type { Teller } from './teller.ts';

// Who may be asked at any time and for any place: those who help in floods, and the plumber of the walk at seven in the morning.
const reachable: ReadonlySet<string> = new Set([
  ...demonstrationTeams.filter(({ key }) => key === 'flood-and-snow').flatMap(({ memberKeys }) => memberKeys),
  'sunlidong',
]);

/** The volunteers with their skills and papers: all 80, or those with these keys. Their hours come when the orders have been told (`loadTimes`): what was long ago asks nobody's present hours. */
export async function loadVolunteers(teller: Teller, only?: ReadonlySet<string>): Promise<void> {
  teller.hoursAgo(24 * 97);
  for (const volunteer of demonstrationVolunteers.filter(({ key }) => only?.has(key) ?? true))
    await teller.once(`volunteer:${volunteer.key}`, async (tx) => {
      const { personId } = await addVolunteer(tx, {
        personId: teller.id(`person:${volunteer.key}`),
        homePlaceId: placeId(tx, volunteer.placeCode),
        skills: [...volunteer.skills],
        licences: volunteer.licences.map(({ licence, expiresInDays }) => ({
          licence,
          expiresOn: dayFromClock(expiresInDays),
        })),
        trained: volunteer.trained,
        languages: [...volunteer.languages],
      });
      return personId;
    });
}

/** When they come and how far, said by themselves. */
export async function loadTimes(teller: Teller): Promise<void> {
  teller.hoursAgo(1);
  for (const volunteer of demonstrationVolunteers.filter(({ key }) => !reachable.has(key)))
    await teller.once(`times:${volunteer.key}`, async (tx) => {
      const actor = await teller.actor(tx, volunteer.key);
      const { personId } = await changeVolunteer(tx.ctx, actor, actor.id, {
        version: 1,
        withinKm: volunteer.withinKm,
        availability: volunteer.availability.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to })),
      });
      return personId;
    });
}

/** The 14 teams; all volunteers must be there. */
export async function loadTeams(teller: Teller): Promise<void> {
  teller.hoursAgo(24 * 97);
  for (const team of demonstrationTeams)
    await teller.once(`team:${team.key}`, async (tx) => {
      const memberIds = team.memberKeys.map((key) => teller.id(`person:${key}`));
      const made = await addTeam(tx, {
        name: { 'zh-CN': team.zh, en: team.en },
        placeId: placeId(tx, team.placeCode),
        leaderId: teller.id(`person:${team.leaderKey}`),
        skills: [...team.skills],
        memberIds,
        about: team.about && { 'zh-CN': team.about.zh, en: team.about.en },
      });
      return made.id;
    });
}

const placeId = (tx: Tx, code: string): string => (placeByCode(tx, code) ?? refuse('NotFound')).id;

// The county lives eight hours ahead of UTC all year.
const dayFromClock = (days: number): string =>
  new Date(countyClock.getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
