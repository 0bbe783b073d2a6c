import { minutesTo } from '../../county-time.ts';
import type { Span } from '../../order-content.ts';
import { offered, opened, person, resident, span, visited, volunteer } from './steps.ts';
import type { Special } from './steps.ts';

/** Orders that wait for a coordinator or a desk. */
export function waitingForStaff(now: Date): Special[] {
  const tomorrow = (time: string, minutes: number): Span => span(minutesTo(now, 1, time), minutes);
  return [
    {
      key: 'leaking-tap',
      service: 'taps-and-lights',
      village: '东门社区',
      who: '周桂枝 Zhou Guizhi',
      channel: 'web',
      note: {
        zh: '厨房水龙头一直滴，关紧了也滴，一晚上接半盆。',
        en: 'The kitchen tap keeps dripping even when shut tight, half a bowl in a night.',
      },
      wished: [span(minutesTo(now, 0, '19:30'), 90), tomorrow('18:30', 120)],
      steps: opened('东门社区', -96, -58),
    },
    {
      key: 'reopened',
      service: 'taps-and-lights',
      village: '棉纺社区',
      who: '蒋巧珍 Jiang Qiaozhen',
      channel: 'phone',
      note: { zh: '水箱修过，过了两天又流。', en: 'The cistern was mended, and ran again two days later.' },
      wished: [tomorrow('18:30', 120)],
      steps: [
        ...visited('棉纺社区', span(minutesTo(now, -3, '18:30'), 60), 1600, 45, 'panxiaojun'),
        {
          state: 'disputed',
          at: minutesTo(now, -1, '17:10'),
          by: resident,
          reason: {
            zh: '当时好了，昨天起又流，声音更大。',
            en: 'It was fine then; since yesterday it runs again, louder.',
          },
        },
        {
          state: 'accepted',
          at: minutesTo(now, 0, '10:20'),
          by: person('zhaoyue'),
          because: 'reopened',
          reason: { zh: '再去一趟，换整套水箱配件。', en: 'Another visit, with a complete set of parts.' },
        },
        offered('棉纺社区', minutesTo(now, 0, '10:32'), minutesTo(now, 1, '10:32'), volunteer('panxiaojun')),
      ],
    },
    {
      key: 'paper-slip',
      service: 'phone-lessons',
      village: '东门社区',
      who: '许德顺 Xu Deshun',
      channel: 'paper',
      note: { zh: '想学把照片发给北边的弟弟。', en: 'I would like to send photographs to my brother in the north.' },
      wished: [span(minutesTo(now, 2, '09:00'), 150)],
      peopleServed: 4,
      needs: ['hearing'],
      repeats: 'FREQ=WEEKLY;COUNT=6',
      steps: [{ state: 'submitted', at: -140, by: resident, enteredAt: -22 }],
    },
    {
      key: 'new-order',
      service: 'shopping-and-medicine',
      village: '大槐村',
      who: '马腊梅 Ma Lamei',
      channel: 'web',
      note: {
        zh: '明早要吃的药今晚发现没了，白色小盒那种。',
        en: 'Tonight I see that tomorrow’s tablets are gone, the small white box.',
      },
      wished: [tomorrow('08:00', 120)],
      urgency: 'urgent',
      steps: [{ state: 'submitted', at: -19, by: resident }],
    },
    {
      key: 'disputed',
      service: 'shopping-and-medicine',
      village: '柳河街社区',
      who: '林月英 Lin Yueying',
      channel: 'phone',
      note: {
        zh: '两样药，一样饭前一样饭后，别拿混了。',
        en: 'Two medicines, one before meals and one after. Please do not mix them up.',
      },
      wished: [span(minutesTo(now, -1, '14:00'), 180)],
      steps: [
        ...visited('柳河街社区', span(minutesTo(now, -1, '15:00'), 60), 300, 50, 'jiangahai'),
        {
          state: 'disputed',
          at: minutesTo(now, 0, '16:35'),
          by: resident,
          reason: { zh: '药少了一盒，小票上写着两盒。', en: 'One box is missing; the receipt says two.' },
        },
      ],
    },
    {
      key: 'visit-failed',
      service: 'bedding',
      village: '书院社区',
      who: '程香莲 Cheng Xianglian',
      channel: 'desk',
      note: { zh: '两床棉被，晒一晒就行。', en: 'Two quilts, airing is enough.' },
      wished: [span(minutesTo(now, 0, '09:30'), 180)],
      steps: [
        ...visited('书院社区', span(minutesTo(now, 0, '10:00'), 90), 1500, 90, 'changyulan', 'nixiaoyan').slice(0, 4),
        {
          state: 'visit-failed',
          at: minutesTo(now, 0, '10:25'),
          by: person('changyulan'),
          reason: {
            zh: '敲门没人应，邻居说去了女儿家，电话打通了，人平安。',
            en: 'Nobody opened; a neighbour said she is at her daughter’s. We reached her by telephone, she is well.',
          },
        },
      ],
    },
    {
      key: 'paused',
      service: 'leaking-roof',
      village: '圩埂村',
      who: '何守义 He Shouyi',
      channel: 'phone',
      note: {
        zh: '北坡的瓦松了，水位一涨湿气更重。',
        en: 'Tiles on the north side are loose, and with the river up it is damper still.',
      },
      wished: [span(minutesTo(now, 0, '08:30'), 240)],
      steps: [
        ...opened('圩埂村', minutesTo(now, -1, '15:20'), minutesTo(now, -1, '16:40')),
        {
          state: 'paused',
          at: minutesTo(now, 0, '09:10'),
          by: person('hexiaozhou'),
          reason: {
            zh: '等雨停、瓦面干了再上房，已同老人说好。',
            en: 'Nobody climbs until the rain stops and the tiles are dry; agreed with him.',
          },
        },
      ],
    },
  ];
}
