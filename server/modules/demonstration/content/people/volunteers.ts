import type { VolunteerContent } from '../people-content.ts';
import { placeByName } from '../places.ts';
import type { Licence, Skill } from '../service-content.ts';
import { licences as licenceNames, skills as skillNames } from '../texts/zh-cn.ts';
import { personFrom, rowsOf } from './names.ts';
import { volunteerTable } from './volunteer-table.ts';
import { weekOf } from './week.ts';

/** How far one gets: w on foot, b by bicycle, e by electric bicycle, c by car. */
const reachKm: Record<string, number> = { w: 4, b: 8, e: 15, c: 45 };
const spoken: Record<string, VolunteerContent['languages'][number]> = {
  d: 'dialect',
  m: 'mandarin',
  e: 'english',
  s: 'sign',
};

const isSkill = (word: string): word is Skill => Object.hasOwn(skillNames, word);
const isLicence = (word: string): word is Licence => Object.hasOwn(licenceNames, word);

function known<T extends string>(words: string, is: (word: string) => word is T): T[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      if (!is(word)) throw new RangeError(`unknown word in the table of volunteers: ${word}`);
      return word;
    });
}

function licencesFrom(cell: string): VolunteerContent['licences'] {
  return cell
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [name = '', days] = word.split(':');
      const [licence] = known(name, isLicence);
      if (licence === undefined) throw new RangeError(`a licence without a name: ${word}`);
      return { licence, expiresInDays: Number(days) };
    });
}

/** The 80 volunteers, in the order of the table. */
export const volunteers: readonly VolunteerContent[] = rowsOf(volunteerTable).map((cells, index) => {
  const [name = '', age, village = '', skills = '', licences = '', week = '', reach = '', tongues = '', note] = cells;
  const home = placeByName(village);
  return {
    ...personFrom(name, home.code, 10_001 + index),
    age: Number(age),
    skills: known(skills, isSkill),
    licences: licencesFrom(licences),
    trained: note !== 'new',
    availability: weekOf(week),
    xKm: Math.round(home.xKm),
    yKm: Math.round(home.yKm),
    withinKm: reachKm[reach] ?? 0,
    languages: [...tongues].flatMap((letter) => spoken[letter] ?? []),
  };
});
