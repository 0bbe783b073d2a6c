import { addGrant } from '#access';
import { addPerson } from '#people';
import { placeByCode, rootPlace } from '#places';
import { systemActor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import {
  demonstrationCast,
  demonstrationKeepers,
  demonstrationPeople,
  demonstrationVolunteers,
} from '../content/people.ts';
import type { CastContent, PersonContent, RoleContent } from '../content/people-content.ts';
import { chiefsTakeTurnsFrom } from './load-roster.ts';
import { correspondentPlaces } from './story-desk.ts';
import type { Teller } from './teller.ts';

const by = systemActor('demonstration');
/** Roles were given before the first act that is told. Until the demonstration's hour all who sign last were on duty, and the head of the section stays so; the chief editors take turns from then on. */
const daysBefore = 100;
const dutyDays = 366;

/** Everybody of the demonstration with their grants: the cast, keepers and volunteers. */
export async function loadPeople(teller: Teller): Promise<void> {
  for (const person of demonstrationPeople) {
    teller.hoursAgo(24 * daysBefore);
    const member = demonstrationCast.find(({ key }) => key === person.key);
    await teller.once(`person:${person.key}`, async (tx) => {
      const { id } = await addPerson(tx, {
        ...wordsOf(person, member),
        phone: person.phone,
        placeId: placeId(tx, person.placeCode),
      });
      for (const grant of grantsFor(person, member)) await give(tx, teller, id, grant);
      for (const { placeCode } of correspondentPlaces().filter((one) => one.personKey === person.key))
        await give(tx, teller, id, { role: 'correspondent', placeCode });
      return id;
    });
  }
}

const wordsOf = (person: PersonContent, member: CastContent | undefined) => ({
  name: person.zh,
  ...(member ? { title: { 'zh-CN': member.title.zh, en: member.title.en } } : {}),
});

function grantsFor(person: PersonContent, member: CastContent | undefined): RoleContent[] {
  if (member) return [...member.roles];
  const isKeeper = demonstrationKeepers.some(({ key }) => key === person.key);
  const isVolunteer = demonstrationVolunteers.some(({ key }) => key === person.key);
  const roles: RoleContent[] = [];
  if (isKeeper) roles.push({ role: 'station-keeper', placeCode: person.placeCode });
  if (isVolunteer) roles.push({ role: 'volunteer', placeCode: person.placeCode });
  return roles;
}

// A grant by name of a unit would have to wait for it: the place alone says the same here, for a station answers for its place.
async function give(tx: Tx, teller: Teller, personId: string, { role, placeCode }: RoleContent): Promise<void> {
  const grant = { personId, role, placeId: placeId(tx, placeCode) };
  await addGrant(tx, by, grant);
  if (role === 'chief-editor' || role === 'section-head')
    await addGrant(tx, by, {
      ...grant,
      duty: true,
      untilAt:
        role === 'chief-editor'
          ? chiefsTakeTurnsFrom
          : new Date(teller.ctx.now().getTime() + (daysBefore + dutyDays) * 86_400_000),
    });
}

const placeId = (tx: Tx, code: string): string => (placeByCode(tx, code) ?? rootPlace(tx)).id;
