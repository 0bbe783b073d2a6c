import type { WeekWindow } from './people-content.ts';
import type { Skill } from './service-content.ts';

/** Somebody who filled in the page of joining and has no answer yet. */
export interface ApplicationContent {
  readonly key: string;
  readonly hoursAgo: number;
  readonly name: string;
  /** An invented number, which begins with 1990003. */
  readonly phone: string;
  readonly placeName: string;
  /** The team they wish to join. Absent means none yet. */
  readonly team?: string;
  readonly skills: readonly Skill[];
  readonly availability: readonly WeekWindow[];
  readonly withinKm: number;
  /** Of minors alone. */
  readonly minor?: { readonly bornOn: string; readonly guardianName: string; readonly guardianPhone: string };
}

/** A student who needs a guardian's word, a retired electrician, a couple's better half, somebody new in town. */
export const demonstrationApplications: readonly ApplicationContent[] = [
  {
    key: 'retired-electrician',
    hoursAgo: 29,
    name: '夏根生',
    phone: '19900030011',
    placeName: '南门社区',
    team: 'taps-and-lights',
    skills: ['water-and-lights', 'wiring'],
    availability: [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '11:30' }],
    withinKm: 6,
  },
  {
    key: 'evening-company',
    hoursAgo: 21,
    name: '卫春梅',
    phone: '19900030012',
    placeName: '文庙社区',
    team: 'good-company',
    skills: ['company'],
    availability: [{ weekdays: [2, 4], from: '19:00', to: '21:00' }],
    withinKm: 3,
  },
  {
    key: 'student',
    hoursAgo: 7,
    name: '贝宁',
    phone: '19900030013',
    placeName: '书院社区',
    skills: ['phones', 'tutoring'],
    availability: [{ weekdays: [6, 7], from: '09:00', to: '11:30' }],
    withinKm: 4,
    minor: { bornOn: '2010-03-14', guardianName: '贝建国', guardianPhone: '19900030014' },
  },
  {
    key: 'new-in-town',
    hoursAgo: 3,
    name: '甘雨生',
    phone: '19900030015',
    placeName: '大槐村',
    team: 'strong-arms',
    skills: ['lifting', 'anything'],
    availability: [{ weekdays: [6], from: '08:00', to: '17:30' }],
    withinKm: 12,
  },
];

/** An objection to a refusal, written down by the desk or made by whoever ordered. */
export interface AppealContent {
  readonly order: string;
  readonly hoursAgo: number;
  readonly said: string;
  /** The answer of the post's keeper. Absent: it waits. */
  readonly upheld?: { readonly hoursAgo: number; readonly reason: string };
}

/** One waits for the keeper of Dongmen, for the coordinator refused; one has its answer. */
export const demonstrationAppeals: readonly AppealContent[] = [
  {
    order: 'wardrobe-refused',
    hoursAgo: 4,
    said: '不是搬家，就一个五斗橱，从三楼搬到一楼儿子家，抽屉我自己先拿下来。',
  },
  {
    order: 'refused',
    hoursAgo: 25,
    said: '大件不搬也行，先把两个柜子搬过去，能不能来两个人？',
    upheld: {
      hoursAgo: 8,
      reason: '柜子要从窗口吊下来，没有工具不安全。家政那边问了两家，价钱写在您的单子上。',
    },
  },
];

/** A volunteer who says that an entry of theirs is wrong. */
export interface CorrectionContent {
  readonly order: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly said: string;
  readonly minutes: number;
  readonly kept?: { readonly by: string; readonly hoursAgo: number; readonly reason: string };
}

/** Two wait, one was answered. */
export const demonstrationCorrections: readonly CorrectionContent[] = [
  {
    order: 'flood-wheelchair',
    by: 'jiangahai',
    hoursAgo: 1.6,
    said: '送到体育馆以后又回去拿药，来回四十分钟，没算在里面。',
    minutes: 135,
  },
  {
    order: 'companion-unrated',
    by: 'gexiulan',
    hoursAgo: 20,
    said: '我送到医院门口就先走了，下午才回来接，中间两个小时不该记给我。',
    minutes: 95,
  },
  {
    order: 'companion-unrated',
    by: 'xuchunhua',
    hoursAgo: 22,
    said: '前一天替她取病历跑了半小时，能不能一起记上？',
    minutes: 245,
    kept: {
      by: 'zhaoyue',
      hoursAgo: 5,
      reason: '取病历那趟没有点单，查不到记录，这回补不上。下回先跟站里说一声，就能一起记。',
    },
  },
];

/** What somebody who served answers to another time than theirs. */
export interface DifferenceContent {
  readonly order: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly agrees: boolean;
  readonly said: string;
}

/** One wishes that the coordinator decides, one agrees; a third has not said a word yet. */
export const demonstrationDifferences: readonly DifferenceContent[] = [
  {
    order: 'time-asked',
    by: 'xuchunhua',
    hoursAgo: 26,
    agrees: false,
    said: '信念完了，她留我吃了碗面，又说了会儿话，到家五点多。记多少都行，请站里定。',
  },
  { order: 'time-agreed', by: 'luoxiaochuan', hoursAgo: 46, agrees: true, said: '' },
];

/** A request for a certificate; with `issuedBy`, it was issued. */
export interface CertificateContent {
  readonly order: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly issued?: { readonly by: string; readonly hoursAgo: number };
}

/** Of whoever recorded this order: two wait, one is there. */
export const demonstrationCertificates: readonly CertificateContent[] = [
  { order: 'companion-unrated', by: 'xuchunhua', hoursAgo: 18, issued: { by: 'zhaoyue', hoursAgo: 9 } },
  { order: 'awaiting-rating', by: 'sunlidong', hoursAgo: 1.5 },
  { order: 'flood-wheelchair', by: 'jiangahai', hoursAgo: 1.2 },
];

/** What went wrong at a visit, for the safeguarding officer alone. */
export interface IncidentContent {
  readonly order: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly kind: 'unwell' | 'property';
  readonly said: string;
}

/** Somebody dizzy, and paint off a door frame. */
export const demonstrationIncidents: readonly IncidentContent[] = [
  {
    order: 'awaiting-rating',
    by: 'zhaoyue',
    hoursAgo: 2.8,
    kind: 'unwell',
    said: '老人说这两天头晕，家里只有一个人。没有摔，已经请村医明早去看。',
  },
  {
    order: 'flood-wheelchair',
    by: 'jiangahai',
    hoursAgo: 1.8,
    kind: 'property',
    said: '抬轮椅出门时蹭掉门框一块漆，当面说了，家里人说没事。照实记一笔。',
  },
];
