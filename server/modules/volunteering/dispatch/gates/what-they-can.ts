import { licencesOn, trainingsLacking } from '../../volunteer/valid-on.ts';
import { atHome } from './gate.ts';
import type { Asked, Gate, Whom } from './gate.ts';

const lacking = (whom: Whom, asked: Asked, wanted: readonly string[]): readonly string[] => {
  const held = licencesOn(whom.volunteer, asked.day);
  return wanted.filter((licence) => !held.has(licence));
};

/** Skills, papers, trainings, introduction and insurance (志愿服务条例 art. 15 to 17). Papers must hold on the day of the visit, not on the day of asking. */
export const whatTheyCan: readonly Gate[] = [
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
