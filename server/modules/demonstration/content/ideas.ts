/** One part of an idea, and how far it has come. Hours from the county's clock. */
export interface AssignmentContent {
  kind: 'text' | 'picture' | 'audio' | 'video';
  /** Who is asked; left out: nobody yet. */
  person?: string;
  state: 'draft' | 'assigned' | 'accepted' | 'declined' | 'in_progress' | 'submitted' | 'done';
  dueIn?: number;
  startsIn?: number;
  note?: string;
  /** The draft that came of it. */
  draft?: string;
}

/** What the desk means to bring: a line, and what is known about it so far. */
export interface IdeaContent {
  key: string;
  by: string;
  hoursAgo: number;
  title: string;
  note?: string;
  placeNames: readonly string[];
  section?: 'villages' | 'farming' | 'culture';
  /** Whole days, counted from today. */
  days?: readonly [from: number, until: number];
  /** A window of time, in hours from the county's clock. */
  hours?: readonly [start: number, end: number];
  assignments?: readonly AssignmentContent[];
  /** RRULE of RFC 5545 without its name; its own day is the first. */
  rule?: string;
}

/** What is planned in the week of the flood. The county's clock stands at a minute to seven in the evening. */
export const demonstrationIdeas: readonly IdeaContent[] = [
  {
    key: 'ferry-again',
    by: 'chenxi',
    hoursAgo: 5,
    title: '渡口村的渡船哪天再开',
    note: '问清头一班、末班和学生票。等水利站说退到警戒线下三十厘米。',
    placeNames: ['柳河镇', '渡口村'],
    section: 'villages',
    days: [1, 1],
    assignments: [
      { kind: 'text', person: 'chenxi', state: 'in_progress', dueIn: 15, draft: 'ferry-timetable' },
      {
        kind: 'picture',
        person: 'hexiaomai',
        state: 'declined',
        startsIn: 11,
        dueIn: 15,
        note: '头一班船靠岸，要有人上船。',
      },
    ],
  },
  {
    key: 'rain-night',
    by: 'linxiaohe',
    hoursAgo: 3,
    title: '今晚守堤的人',
    note: '不要拍脸特写，先问一声。写他们几点换班、吃什么。',
    placeNames: ['柳河镇'],
    section: 'villages',
    hours: [1, 5],
    assignments: [
      { kind: 'text', person: 'linxiaohe', state: 'accepted', startsIn: 1, dueIn: 13 },
      {
        kind: 'video',
        person: 'zhouyan',
        state: 'assigned',
        startsIn: 1,
        dueIn: 14,
        note: '一分半以内，横的竖的各一条。',
      },
      { kind: 'audio', state: 'draft', dueIn: 16, note: '给早上的广播：雨声、值守人的一句话。' },
    ],
  },
  {
    key: 'rice-and-rain',
    by: 'linxiaohe',
    hoursAgo: 30,
    title: '连着下雨，晚稻怎么收、怎么晒',
    placeNames: ['清溪县'],
    section: 'farming',
    days: [0, 2],
    assignments: [
      { kind: 'text', person: 'zhouyan', state: 'submitted', dueIn: -2 },
      { kind: 'picture', person: 'chenxi', state: 'done', dueIn: -6 },
    ],
  },
  {
    key: 'well-water',
    by: 'hexiaomai',
    hoursAgo: 20,
    title: '井水浑了能不能喝：疾控的人怎么说',
    placeNames: ['双井镇'],
    section: 'villages',
    days: [1, 1],
    assignments: [
      { kind: 'text', person: 'hexiaomai', state: 'accepted', dueIn: -1, note: '把烧开多久、加什么写清楚。' },
    ],
  },
  {
    key: 'school-reopens',
    by: 'shenqiu',
    hoursAgo: 8,
    title: '双井小学周二复课，校车走哪条路',
    placeNames: ['双井镇'],
    section: 'villages',
    days: [2, 2],
    assignments: [{ kind: 'text', person: 'hexiaomai', state: 'assigned', dueIn: 22 }],
  },
  {
    key: 'old-bridge',
    by: 'linxiaohe',
    hoursAgo: 50,
    title: '老桥为什么没被冲走',
    note: '找修过桥的石匠聊聊。不急。',
    placeNames: ['清溪县'],
    section: 'culture',
  },
  {
    key: 'market-prices',
    by: 'zhouyan',
    hoursAgo: 6,
    title: '早市的菜价，下雨前后差多少',
    placeNames: ['清溪县'],
    section: 'farming',
    hours: [11, 13],
    assignments: [{ kind: 'text', state: 'draft', dueIn: 20 }],
  },
  {
    key: 'opera-evening',
    by: 'fangyuanshan',
    hoursAgo: 70,
    title: '戏台修好以后的头一场戏',
    placeNames: ['柳河镇'],
    section: 'culture',
    hours: [120, 123],
    assignments: [
      { kind: 'text', person: 'chenxi', state: 'assigned', startsIn: 119, dueIn: 135 },
      { kind: 'video', person: 'zhouyan', state: 'accepted', startsIn: 119, dueIn: 140 },
    ],
  },
  {
    key: 'winter-wheat',
    by: 'chenxi',
    hoursAgo: 26,
    title: '冬小麦晚种几天要不要紧',
    placeNames: ['柳河镇', '大槐村'],
    section: 'farming',
    days: [5, 8],
  },
  {
    key: 'clinic-bus',
    by: 'hexiaomai',
    hoursAgo: 44,
    title: '巡诊车下周的路线',
    placeNames: ['双井镇'],
    section: 'villages',
    days: [3, 3],
    assignments: [{ kind: 'text', person: 'hexiaomai', state: 'in_progress', dueIn: 40 }],
  },
  {
    key: 'english-flood',
    by: 'linxiaohe',
    hoursAgo: 4,
    title: 'English edition: what to do with a wet house',
    note: 'For the exchange teachers at the county school; they asked twice.',
    placeNames: ['清溪县'],
    section: 'villages',
    days: [1, 2],
    assignments: [{ kind: 'text', person: 'yeqinghe', state: 'accepted', dueIn: 46 }],
  },
  {
    key: 'county-day',
    by: 'fangyuanshan',
    hoursAgo: 90,
    title: '志愿服务周：一天跟一支队',
    placeNames: ['清溪县'],
    section: 'villages',
    days: [8, 13],
    assignments: [
      { kind: 'text', state: 'draft', dueIn: 190 },
      { kind: 'picture', state: 'draft', dueIn: 190 },
    ],
  },
  {
    key: 'mondays-meeting',
    by: 'shenqiu',
    hoursAgo: 60,
    title: '县里的周例会：挑一件和村里有关的',
    note: '会后问一句：这件事村里什么时候看得见？',
    placeNames: ['清溪县'],
    section: 'villages',
    hours: [14, 16],
    rule: 'FREQ=WEEKLY',
  },
  {
    key: 'old-market',
    by: 'fangyuanshan',
    hoursAgo: 70,
    title: '柳河老集：每月头一个赶集日的菜价',
    placeNames: ['柳河镇'],
    section: 'farming',
    days: [6, 6],
    rule: 'FREQ=MONTHLY',
    assignments: [{ kind: 'picture', state: 'draft', dueIn: 160 }],
  },
];
