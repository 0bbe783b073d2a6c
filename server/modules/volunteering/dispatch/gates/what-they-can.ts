import type { ServiceFacts } from '../../contract.ts';
import { licencesOn, trainingsLacking } from '../../volunteer/valid-on.ts';
import type { Volunteer } from '../../volunteer/volunteer-queries.ts';
import { atHome } from './gate.ts';
import type { AbilityGate, OnDay, WhomAlone } from './gate.ts';

const lacking = ({ volunteer }: WhomAlone, { day }: OnDay, wanted: readonly string[]): readonly string[] => {
  const held = licencesOn(volunteer, day);
  return wanted.filter((licence) => !held.has(licence));
};

/** Skills, papers, trainings, introduction and insurance (志愿服务条例 art. 15 to 17). Papers must hold on the day of the visit, not on the day of asking. */
export const whatTheyCan: readonly AbilityGate[] = [
  {
    rule: 'licence',
    of: 'everybody',
    atTheDoor: true,
    blocks: (whom, asked) => lacking(whom, asked, asked.facts.licencesOfAll),
  },
  {
    rule: 'training',
    of: 'everybody',
    atTheDoor: true,
    blocks: ({ volunteer }, { facts }) => atHome(facts) && !volunteer.trained,
  },
  {
    rule: 'service-training',
    of: 'everybody',
    atTheDoor: true,
    blocks: ({ volunteer }, { facts, day }) => trainingsLacking(volunteer, facts, day),
  },
  {
    rule: 'insurance',
    of: 'everybody',
    atTheDoor: true,
    blocks: ({ volunteer }, { facts, day }) =>
      facts.insurance === true && (volunteer.insuredUntil === null || volunteer.insuredUntil < day),
  },
  {
    rule: 'skill',
    of: 'lead',
    blocks: ({ volunteer }, { facts }) => facts.skills.filter((skill) => !volunteer.skills.includes(skill)),
  },
  {
    rule: 'licence',
    of: 'lead',
    atTheDoor: true,
    blocks: (whom, asked) => lacking(whom, asked, asked.facts.licences),
  },
  // The first time in a home nobody goes alone or leads: somebody trained does.
  { rule: 'newcomer', of: 'lead', blocks: ({ volunteer }, { facts }) => atHome(facts) && volunteer.needsMentor },
];

/** As what somebody can go to a service on a day, by these rules alone: to lead or alone, along with somebody who leads, or not at all. */
export function canGoAs(volunteer: Volunteer, facts: ServiceFacts, day: string): 'lead' | 'along' | null {
  const blocked = whatTheyCan.filter((gate) => {
    const answer = gate.blocks({ volunteer }, { facts, day });
    return typeof answer === 'boolean' ? answer : answer.length > 0;
  });
  if (blocked.length === 0) return 'lead';
  return facts.peopleNeeded > 1 && blocked.every(({ of }) => of === 'lead') ? 'along' : null;
}
