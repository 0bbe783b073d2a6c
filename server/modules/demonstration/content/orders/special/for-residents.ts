import { minutesTo } from '../../county-time.ts';
import type { Span } from '../../order-content.ts';
import { offered, opened, person, resident, served, span, taken, visited, volunteer } from './steps.ts';
import type { Special } from './steps.ts';

/** Orders that wait for the resident’s word. */
export function waitingForResidents(now: Date): Special[] {
  const today = (time: string, minutes: number): Span => span(minutesTo(now, 0, time), minutes);
  const floodVisit = today('14:30', 120);
  return [
    {
      key: 'awaiting-rating',
      service: 'taps-and-lights',
      village: '东门社区',
      who: '何玉珍 He Yuzhen',
      channel: 'phone',
      note: { zh: '马桶一夜都在响，睡不着。', en: 'The cistern runs all night and I cannot sleep.' },
      wished: [today('14:00', 180)],
      steps: [
        ...visited('东门社区', today('15:00', 60), 1600, 40, 'sunlidong'),
        { state: 'confirmed', at: minutesTo(now, 0, '16:50'), by: resident },
      ],
    },
    {
      key: 'companion-unrated',
      service: 'hospital-companion',
      village: '东门社区',
      who: '唐秋菊 Tang Qiuju',
      channel: 'desk',
      note: {
        zh: '白内障拆纱布，回来要戴墨镜。',
        en: 'The bandage comes off after the cataract; dark glasses on the way home.',
      },
      wished: [span(minutesTo(now, -1, '08:00'), 240)],
      steps: [
        ...visited('东门社区', span(minutesTo(now, -1, '08:30'), 240), 1060, 215, 'xuchunhua', 'gexiulan'),
        { state: 'confirmed', at: minutesTo(now, -1, '15:30'), by: person('qianxiaoman') },
      ],
    },
    {
      key: 'door-unconfirmed',
      service: 'doors-and-windows',
      village: '东门社区',
      who: '魏守成 Wei Shoucheng',
      channel: 'phone',
      note: {
        zh: '防盗门合页断了一个，关门要两只手。',
        en: 'A hinge of the front door broke; closing it takes both hands.',
      },
      wished: [today('09:00', 180)],
      steps: visited('东门社区', today('10:00', 90), 1500, 75, 'lumulin'),
    },
    {
      key: 'pressure-unconfirmed',
      service: 'blood-pressure',
      village: '东门社区',
      who: '姚凤仙 Yao Fengxian',
      channel: 'desk',
      note: {
        zh: '上礼拜停了一种药，想连着量几天。',
        en: 'One medicine was stopped last week; I would like some days of readings.',
      },
      wished: [today('13:30', 180)],
      steps: visited('东门社区', today('14:00', 30), 1560, 25, 'lujing'),
    },
    {
      key: 'flood-wheelchair',
      service: 'before-the-flood',
      village: '渡口村',
      who: '田雪梅 Tian Xuemei',
      channel: 'phone',
      orderedFor: 'parent',
      note: {
        zh: '爸坐轮椅，想先送到体育馆，药在他挎包里。',
        en: 'Dad is in a wheelchair; please take him to the sports hall first. His medicine is in the shoulder bag.',
      },
      wished: [floodVisit],
      steps: [
        ...opened('渡口村', floodVisit.startsInMinutes - 70, floodVisit.startsInMinutes - 58),
        offered(
          '渡口村',
          floodVisit.startsInMinutes - 55,
          floodVisit.startsInMinutes - 35,
          volunteer('jiangahai'),
          volunteer('wangshuisheng'),
        ),
        taken(floodVisit.startsInMinutes - 49, floodVisit, 'jiangahai', 'wangshuisheng'),
        ...served(floodVisit, 95, 'jiangahai'),
        { state: 'confirmed', at: minutesTo(now, 0, '17:05'), by: resident },
      ],
    },
  ];
}
