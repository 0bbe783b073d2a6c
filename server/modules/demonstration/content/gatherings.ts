import { teams } from './people/teams.ts';
import type { trainings } from './texts/zh-cn.ts';

/** A training or a meeting of volunteers, as it stands in the calendar. */
export interface GatheringContent {
  key: string;
  kind: 'training' | 'meeting';
  topic: string;
  room: string;
  /** Of trainings that services may ask for. */
  training?: keyof typeof trainings;
  /** Days from the county's today, and the county's wall clock. */
  day: number;
  from: string;
  until: string;
  /** Who called it, how many days before today. */
  by: string;
  calledDaysAgo: number;
  teamKey?: string;
  guestKeys: readonly string[];
  /** Of what is over: who was not there. */
  absentKeys?: readonly string[];
}

const membersOf = (...keys: string[]): string[] => [
  ...new Set(teams.filter(({ key }) => keys.includes(key)).flatMap(({ memberKeys }) => memberKeys)),
];

/** What was held this autumn and what is coming: two trainings and a meeting behind us, one of each ahead. */
export function gatherings(): GatheringContent[] {
  const nurses = membersOf('nursing');
  const companions = membersOf('going-along');
  const plumbers = membersOf('taps-and-lights');
  return [
    {
      key: 'blood-pressure-november',
      kind: 'training',
      topic: '量血压：坐稳五分钟，绑带齐心口',
      room: '县服务中心二楼，自己的血压计带来',
      training: 'blood-pressure',
      day: -15,
      from: '09:00',
      until: '11:00',
      by: 'zhaoyue',
      calledDaysAgo: 29,
      guestKeys: nurses,
      absentKeys: nurses.slice(-2),
    },
    {
      key: 'walking-aids-november',
      kind: 'training',
      topic: '轮椅怎么下坡，怎么扶人起身',
      room: '县服务中心后院',
      training: 'walking-aids',
      day: -8,
      from: '14:30',
      until: '16:30',
      by: 'zhaoyue',
      calledDaysAgo: 22,
      guestKeys: companions,
      absentKeys: companions.slice(-1),
    },
    {
      key: 'taps-october',
      kind: 'meeting',
      topic: '水电队碰头：旧楼的角阀，哪种型号好配',
      room: '县服务中心一楼',
      day: -29,
      from: '19:00',
      until: '20:00',
      by: 'sunlidong',
      calledDaysAgo: 36,
      teamKey: 'taps-and-lights',
      guestKeys: plumbers,
      absentKeys: plumbers.slice(1, 3),
    },
    {
      key: 'blood-pressure-december',
      kind: 'training',
      topic: '量血压：再来一场，上回没来的先来',
      room: '县服务中心二楼',
      training: 'blood-pressure',
      day: 6,
      from: '09:00',
      until: '11:00',
      by: 'zhaoyue',
      calledDaysAgo: 3,
      guestKeys: [...nurses.slice(-2), 'xuchunhua'],
    },
    {
      key: 'taps-november',
      kind: 'meeting',
      topic: '水电队碰头：冬天水管怎么包',
      room: '县服务中心一楼',
      day: 4,
      from: '19:00',
      until: '20:00',
      by: 'sunlidong',
      calledDaysAgo: 2,
      teamKey: 'taps-and-lights',
      guestKeys: plumbers,
    },
  ];
}
