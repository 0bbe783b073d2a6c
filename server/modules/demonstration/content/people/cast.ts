import type { CastContent, PersonContent, RoleContent, RoleKey } from '../people-content.ts';
import { placeByName } from '../places.ts';
import { personFrom, rowsOf } from './names.ts';
import { volunteers } from './volunteers.ts';

// name | role | place (: unit) | title
const staffTable = `
陈溪 Chen Xi|correspondent|柳河镇|柳河镇通讯员|Correspondent in Liuhe
何小麦 He Xiaomai|correspondent|双井镇|双井镇通讯员|Correspondent in Shuangjing
林晓禾 Lin Xiaohe|editor|清溪县|责任编辑|Editor
周砚 Zhou Yan|editor|清溪县|责任编辑|Editor
沈秋 Shen Qiu|section-head|清溪县|编辑室主任|Section head
方远山 Fang Yuanshan|chief-editor|清溪县|值班总编|Chief editor on duty
秦竹青 Qin Zhuqing|chief-editor|清溪县|值班副总编|Deputy chief editor on duty
叶青禾 Ye Qinghe|proofreader|清溪县|校对|Proofreader
赵月 Zhao Yue|coordinator|清溪县|县中心调度员|Coordinator at the county centre
贺小舟 He Xiaozhou|coordinator|柳河镇|柳河镇调度员|Coordinator in Liuhe
钱小满 Qian Xiaoman|station-keeper|东门社区:dongmen|东门站站长|Keeper of the Dongmen post
丁一诺 Ding Yinuo|administrator|清溪县|系统管理员|Administrator
严秋白 Yan Qiubai|auditor|清溪县|审计员|Auditor
江映雪 Jiang Yingxue|safeguarding|清溪县|安全专员|Safeguarding officer`;

const roleKeys: readonly RoleKey[] = [
  'correspondent',
  'editor',
  'section-head',
  'chief-editor',
  'proofreader',
  'coordinator',
  'station-keeper',
  'administrator',
  'auditor',
  'safeguarding',
];

function roleFrom(word: string, cell: string): RoleContent {
  const [placeName = '', unitKey] = cell.split(':');
  const role = roleKeys.find((key) => key === word);
  if (role === undefined) throw new RangeError(`no such role: ${word}`);
  return { role, placeCode: placeByName(placeName).code, ...(unitKey === undefined ? {} : { unitKey }) };
}

const staff: CastContent[] = rowsOf(staffTable).map(([name = '', role = '', place = '', zh = '', en = ''], index) => {
  const grant = roleFrom(role, place);
  const person = personFrom(name, grant.placeCode, index + 1);
  return { ...person, login: person.key, title: { zh, en }, roles: [grant] };
});

function castVolunteer(key: string, title: CastContent['title'], roles: readonly RoleContent[]): CastContent {
  const person: PersonContent | undefined = volunteers.find((volunteer) => volunteer.key === key);
  if (person === undefined) throw new RangeError(`no volunteer ${key}`);
  const { zh, en, phone, placeCode } = person;
  return { key, zh, en, phone, placeCode, login: key, title, roles: [...roles, { role: 'volunteer', placeCode }] };
}

/** Everybody with an account: one or two of each role, the second where one person may not do both steps. */
export const cast: readonly CastContent[] = [
  ...staff,
  castVolunteer('sunlidong', { zh: '水电队队长', en: 'Leader of the taps and lights team' }, [
    { role: 'team-leader', placeCode: placeByName('清溪县').code, unitKey: 'taps-and-lights' },
  ]),
  castVolunteer('luoxiaochuan', { zh: '志愿者，水电', en: 'Volunteer, taps and lights' }, []),
  castVolunteer('xuchunhua', { zh: '志愿者，陪诊', en: 'Volunteer, going along to the doctor' }, []),
];
