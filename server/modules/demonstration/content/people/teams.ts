import type { TeamContent } from '../people-content.ts';
import { placeByName } from '../places.ts';
import type { Skill } from '../service-content.ts';
import { volunteers } from './volunteers.ts';

/** A team's members are all volunteers with one of its skills, so that nobody is forgotten when the table grows. */
function team(
  key: string,
  zh: string,
  en: string,
  place: string,
  leaderKey: string,
  skills: readonly Skill[],
  about?: TeamContent['about'],
): TeamContent {
  const memberKeys = volunteers
    .filter((volunteer) => volunteer.skills.some((skill) => skills.includes(skill)))
    .map((volunteer) => volunteer.key);
  return { key, zh, en, placeCode: placeByName(place).code, skills, leaderKey, memberKeys, ...(about && { about }) };
}

/** The 14 teams. */
export const teams: readonly TeamContent[] = [
  team(
    'taps-and-lights',
    '水电队',
    'Taps and lights team',
    '清溪县',
    'sunlidong',
    ['water-and-lights', 'wiring', 'gas'],
    {
      zh: '修水龙头、换灯泡、看插座。周末上门，两小时以内办完。不会也没关系，先跟着去。',
      en: 'Taps, lamps and sockets, at the weekend, two hours at most. You need not know how: go along at first.',
    },
  ),
  team('joiners-and-roofers', '木瓦队', 'Joiners and roofers', '清溪县', 'lumulin', ['carpentry', 'roofing']),
  team('going-along', '陪诊队', 'Going-along team', '清溪县', 'xuchunhua', ['escort', 'walking-aids']),
  team('nursing', '护理队', 'Nursing team', '清溪县', 'lujing', ['vital-signs', 'personal-care', 'exercises']),
  team('barbers', '理发队', 'Barbers', '清溪县', 'miaoguoliang', ['haircutting']),
  team('good-company', '说话队', 'Good company', '清溪县', 'yanfulai', ['company', 'settling-quarrels'], {
    zh: '陪老人说说话、走一走。一周一次，每次一小时。',
    en: 'An hour of talk and a short walk with somebody old, once a week.',
  }),
  team('wash-and-cook', '洗衣做饭队', 'Washing and cooking', '清溪县', 'kangshufen', ['housework', 'cooking']),
  team('homework', '学业队', 'Homework team', '清溪县', 'xiazhiqiu', ['tutoring']),
  team('little-ones', '娃娃队', 'Little ones’ team', '清溪县', 'guhe', ['storytelling', 'child-minding']),
  team('medicine-runners', '送药队', 'Medicine runners', '清溪县', 'dingjiawang', ['errands']),
  team('pen-and-paper', '文书队', 'Pen and paper', '清溪县', 'wengjingzhi', ['writing', 'reading-aloud', 'counters']),
  team('phone-teachers', '手机家电队', 'Phones and gadgets', '清溪县', 'zhupingan', [
    'phones',
    'online-services',
    'fraud-checks',
    'appliances',
  ]),
  team('strong-arms', '搭把手队', 'Strong arms', '柳河镇', 'qudashan', ['lifting', 'fieldwork', 'anything'], {
    zh: '搬家具、收晒场、搭把手。有空就来，没空不用来。',
    en: 'Furniture, the harvest, a helping hand. Come when you are free.',
  }),
  team('flood-and-snow', '应急队', 'Flood and snow team', '柳河镇', 'jiangahai', ['floods', 'clearing']),
];
