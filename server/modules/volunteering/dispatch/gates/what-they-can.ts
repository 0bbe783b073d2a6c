import { atHome } from './gate.ts';
import type { Asked, Gate, Whom } from './gate.ts';

const validOn = (whom: Whom, day: string): ReadonlySet<string> =>
  new Set(whom.volunteer.licences.filter(({ expiresOn }) => expiresOn >= day).map(({ licence }) => licence));

const lacking = (whom: Whom, asked: Asked, wanted: readonly string[]): readonly string[] => {
  const held = validOn(whom, asked.day);
  return wanted.filter((licence) => !held.has(licence));
};

/** Skills, papers, introduction and insurance (志愿服务条例 art. 15 to 17). Papers must hold on the day of the visit, not on the day of asking. */
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
