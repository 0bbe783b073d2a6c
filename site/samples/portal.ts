import type { HomePageProps, PlaceRef, ServiceTeaser, StationContact } from '@xiangyin/server/contract';
import { sampleKeys } from './mark.ts';
import { at, type Say } from './say.ts';
import { sampleStories } from './stories.ts';

/** The eight commonest wishes. */
export function sampleWishes(say: Say): ServiceTeaser[] {
  const of = (slug: string, name: string, hint: string, where: ServiceTeaser['where'] = 'home'): ServiceTeaser => ({
    slug,
    name,
    hint,
    summary: '',
    where,
  });
  return [
    of('taps-and-lights', say('修水管电灯', 'Taps and lights'), say('说清哪里坏了就行', 'Just say what is broken')),
    of('company-to-the-doctor', say('陪老人看病', 'Company to the doctor'), say('两人同行', 'Two people come along')),
    of('haircut-at-home', say('理发到家', 'Haircut at home'), say('每月逢五', 'On the 5th, 15th, 25th')),
    of('homework', say('孩子作业', 'Homework'), say('站里，放学后', 'At the station, after school'), 'station'),
    of('medicine', say('代买送药', 'Shopping and medicine'), say('当天', 'The same day')),
    of(
      'letters-and-forms',
      say('写信填表', 'Letters and forms'),
      say('站里或上门', 'At the station or at home'),
      'station',
    ),
    of('phone-lessons', say('手机教会您', 'Phone lessons'), say('周二、周四', 'Tuesdays and Thursdays'), 'station'),
    of('anything-else', say('别的事', 'Something else'), say('说给我们听', 'Tell us')),
  ];
}

/** Two stations to call. */
export const sampleStations = (say: Say): StationContact[] => [
  {
    name: say('东门社区服务站', 'Dongmen station'),
    phone: '0000-1234511',
    address: say('东门街12号', '12 Dongmen Street'),
    hours: say('周一至周六8:30到17:30', 'Mon to Sat 8.30 to 17.30'),
    place: { code: '330183100001', name: say('东门社区', 'Dongmen') },
  },
  {
    name: say('柳河镇实践所', 'Liuhe town station'),
    phone: '0000-1234522',
    address: say('柳河镇文化站一楼', 'Liuhe culture house, ground floor'),
    hours: '',
    place: { code: '330183101', name: say('柳河镇', 'Liuhe') },
  },
];

/** Towns with villages, for lists and forms. */
export function sampleTowns(say: Say): { town: PlaceRef; villages: PlaceRef[] }[] {
  const village = (code: string, zh: string, en: string) => ({ code, name: say(zh, en) });
  const villages = [
    village('203', '大槐村', 'Dahuai'),
    village('204', '上坪村', 'Shangping'),
    village('205', '石桥村', 'Shiqiao'),
    village('206', '东湾村', 'Dongwan'),
    village('207', '柳堡村', 'Liubao'),
    village('208', '渡口村', 'Dukou'),
  ];
  return [
    {
      town: { code: '330183100', name: say('城关镇', 'Chengguan') },
      villages: [
        village('001', '东门社区', 'Dongmen'),
        village('002', '老街社区', 'Old Street'),
        village('003', '南浦社区', 'Nanpu'),
      ],
    },
    { town: { code: '330183101', name: say('柳河镇', 'Liuhe') }, villages },
    {
      town: { code: '330183102', name: say('云岭镇', 'Yunling') },
      villages: [village('301', '茶坪村', 'Chaping'), village('302', '竹湾村', 'Zhuwan')],
    },
  ];
}

/** The portal's pages. */
export function portalSamples(say: Say) {
  const { sections, places, language, levee, bus, lamps, stools, water, coop, correction } = sampleStories(say);
  const unnarrowed = {
    sounding: [],
    chosen: { kind: '', section: '', place: '', period: '' },
    isNarrowed: false,
    towns: [places.liuhe, places.chengguan],
    isMore: false,
  };
  const entry = (hour: number, day: number, title: string, href: string, wholeDay = false) => ({
    at: at(hour, hour === 19 ? 30 : 0, day),
    isEnd: false,
    wholeDay,
    title,
    language,
    href,
  });
  const full: HomePageProps = {
    lead: levee,
    latest: [bus, lamps, stools],
    today: [
      entry(
        19,
        0,
        say('体育馆、镇中心小学作为避险点开放', 'Gymnasium and central school open as shelters'),
        '/stories/a',
      ),
      entry(
        6,
        1,
        say('12路公交改走环城路，老街三站不停', 'Bus 12 takes the ring road; three stops closed'),
        '/stories/b',
      ),
      entry(
        9,
        2,
        say('县图书馆闭馆半天，还书箱照常', 'County library closed half a day; return box open'),
        '/stories/c',
      ),
      entry(
        8,
        3,
        say('村卫生室接种流感疫苗，名单和时间', 'Flu vaccine at the village clinics: lists and times'),
        '/stories/d',
        true,
      ),
      entry(
        8,
        6,
        say('秋收集市搬到文化广场，摊位还剩14个', 'Autumn market moves to Culture Square; 14 stalls left'),
        '/stories/e',
        true,
      ),
    ],
    wishes: sampleWishes(say),
    orderHref: '/orders/new',
    fromPlaces: [water, coop, lamps],
    activities: [],
    bySection: [
      { section: sections.travel, stories: [bus] },
      { section: sections.villages, stories: [coop] },
      { section: sections.culture, stories: [stools] },
    ],
    corrections: [correction],
  };
  const towns = sampleTowns(say).map(({ town, villages }) => ({ place: town, villages }));
  return {
    'portal/home': {
      full,
      activities: {
        ...full,
        activities: [
          {
            title: say('周三19:00露天电影，下雨改到礼堂', 'Open-air film on Wednesday; in the hall if it rains'),
            href: '/activities/film',
            startsAt: at(19, 0, 3),
            placeName: say('柳河镇文化站', 'Liuhe culture house'),
            placesLeft: 22,
          },
        ],
      },
      nothing: { ...full, lead: null, latest: [], today: [], fromPlaces: [], bySection: [], corrections: [] },
    },
    'portal/places': { towns: { towns } },
    'portal/place': {
      town: {
        place: places.liuhe,
        levelName: say('镇', 'town'),
        above: [{ code: '330183', name: say('清溪县', 'Qingxi County') }],
        below: sampleTowns(say)[1]?.villages ?? [],
        notices: [water],
        stories: [levee, stools, coop],
        paging: { page: 1, pageCount: 3, total: 41 },
        stations: sampleStations(say),
        services: sampleWishes(say).slice(0, 4),
      },
      quiet: {
        place: places.dahuai,
        levelName: say('村', 'village'),
        above: [{ code: '330183', name: say('清溪县', 'Qingxi County') }, places.liuhe],
        below: [],
        notices: [],
        stories: [],
        paging: { page: 1, pageCount: 1, total: 0 },
        stations: sampleStations(say).slice(1),
        services: [],
      },
    },
    'portal/search': {
      found: {
        ...unnarrowed,
        q: say('公交', 'bus'),
        terms: say(['公交'], ['bus']),
        results: [
          {
            kind: 'story' as const,
            href: '/stories/bus-12-detour',
            title: bus.title,
            language,
            excerpt: say(
              '……老街修下水管，12路公交从23日（周一）首班车起改走环城路，去县医院的乘客可在文化广场换5路……',
              '… new drains in Old Street; bus 12 takes the ring road from Monday. For the county hospital change to bus 5 at Culture Square …',
            ),
            label: sections.travel.name,
            at: bus.publishedAt,
          },
          {
            kind: 'service' as const,
            href: '/services/company-to-the-doctor',
            title: say('陪老人看病', 'Company to the doctor'),
            language,
            excerpt: say('两人同行，公交、打车都陪着，到家为止。', 'Two people, by bus or taxi, until you are home.'),
            label: say('看病', 'Health'),
            at: null,
          },
        ],
        paging: { page: 1, pageCount: 1, total: 2 },
      },
      'beyond-count': {
        ...unnarrowed,
        q: say('水', 'water'),
        terms: [say('水', 'water')],
        isMore: true,
        results: [
          {
            kind: 'story' as const,
            href: '/stories/water-off-monday',
            title: water.title,
            language,
            excerpt: water.deck,
            label: sections.travel.name,
            at: water.publishedAt,
          },
        ],
        paging: { page: 2, pageCount: 20, total: 400 },
      },
      none: {
        ...unnarrowed,
        q: say('大象', 'elephant'),
        terms: [say('大象', 'elephant')],
        results: [],
        paging: { page: 1, pageCount: 1, total: 0 },
      },
      sounding: {
        ...unnarrowed,
        q: 'hongshuj',
        terms: ['洪水'],
        sounding: ['洪水'],
        chosen: { kind: 'notice', section: '', place: places.liuhe.code, period: 'month' },
        isNarrowed: true,
        results: [],
        paging: { page: 1, pageCount: 1, total: 0 },
      },
      blank: { ...unnarrowed, q: '', terms: [], results: [], paging: { page: 1, pageCount: 1, total: 0 } },
    },
    'portal/about': {
      plain: { auditHead: { at: at(18, 50), hash: '41d2'.repeat(16) }, countyKeyFingerprint: '9ac0'.repeat(16) },
    },
    'portal/verify': { keys: { keys: sampleKeys }, none: { keys: null } },
    'portal/offline': { none: {} },
    'portal/principles': { words: {} },
    'portal/accessibility': { words: {} },
    'portal/contact': { words: { securityHref: '/.well-known/security.txt', zone: 'Asia/Shanghai' } },
    'portal/privacy': {
      parts: {
        parts: [
          {
            module: 'access',
            columns: 3,
            entries: [
              {
                purposes: ['to sign in', 'to sign in with a second step; sealed'],
                basis: 'safety of the account (PIPL art. 51; GDPR art. 32)',
                retention: 'until the person is erased',
              },
            ],
          },
        ],
      },
    },
    'portal/error': {
      'not-found': { status: 404, code: 'NotFound', text: say('没有找到。', 'Not found.'), requestId: null },
      unexpected: { status: 500, code: 'Unexpected', text: '', requestId: 'req-7k3m' },
      unavailable: { status: 503, code: 'Unavailable', text: '', requestId: null },
    },
    'portal/starting': {
      half: {
        percent: 45,
        failed: false,
        steps: [
          { kind: 'site' as const, state: 'done' as const, count: null },
          { kind: 'phone' as const, state: 'now' as const, count: null },
          { kind: 'desk' as const, state: 'ahead' as const, count: null },
          { kind: 'pictures' as const, state: 'now' as const, count: { done: 41, of: 64 } },
        ],
      },
      failed: {
        percent: 75,
        failed: true,
        steps: [
          { kind: 'site' as const, state: 'done' as const, count: null },
          { kind: 'phone' as const, state: 'done' as const, count: null },
          { kind: 'desk' as const, state: 'failed' as const, count: null },
          { kind: 'pictures' as const, state: 'done' as const, count: { done: 64, of: 64 } },
        ],
      },
    },
  };
}
