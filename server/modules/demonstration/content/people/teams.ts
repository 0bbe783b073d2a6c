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
): TeamContent {
  const memberKeys = volunteers
    .filter((volunteer) => volunteer.skills.some((skill) => skills.includes(skill)))
    .map((volunteer) => volunteer.key);
  return { key, zh, en, placeCode: placeByName(place).code, skills, leaderKey, memberKeys };
}

/** The 14 teams. */
export const teams: readonly TeamContent[] = [
  team('taps-and-lights', '水电队', 'Taps and lights team', '清溪县', 'sunlidong', [
    'water-and-lights',
    'wiring',
    'gas',
  ]),
  team('joiners-and-roofers', '木瓦队', 'Joiners and roofers', '清溪县', 'lumulin', ['carpentry', 'roofing']),
  team('going-along', '陪诊队', 'Going-along team', '清溪县', 'xuchunhua', ['escort', 'walking-aids']),
  team('nursing', '护理队', 'Nursing team', '清溪县', 'lujing', ['vital-signs', 'personal-care', 'exercises']),
  team('barbers', '理发队', 'Barbers', '清溪县', 'miaoguoliang', ['haircutting']),
  team('good-company', '说话队', 'Good company', '清溪县', 'yanfulai', ['company', 'settling-quarrels']),
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
  team('strong-arms', '搭把手队', 'Strong arms', '柳河镇', 'qudashan', ['lifting', 'fieldwork', 'anything']),
  team('flood-and-snow', '应急队', 'Flood and snow team', '柳河镇', 'jiangahai', ['floods', 'clearing']),
];
