import { minutesTo } from '../../county-time.ts';
import { opened, person, resident, span } from './steps.ts';
import type { Special } from './steps.ts';

/** Orders that ended before a visit. */
export function endedEarly(now: Date): Special[] {
  return [
    {
      key: 'cancelled',
      service: 'heavy-things',
      village: '车站社区',
      who: '叶双喜 Ye Shuangxi',
      channel: 'web',
      note: { zh: '旧沙发抬下楼，一个人抬不动。', en: 'An old sofa down the stairs, too much for one.' },
      wished: [span(minutesTo(now, 1, '14:00'), 180)],
      steps: [
        ...opened('车站社区', minutesTo(now, -1, '10:10'), minutesTo(now, -1, '13:00')),
        {
          state: 'cancelled',
          at: minutesTo(now, 0, '11:30'),
          by: resident,
          reason: { zh: '楼下小伙子帮我抬了，谢谢你们。', en: 'The young man downstairs carried it. Thank you.' },
        },
      ],
    },
    {
      key: 'merged',
      service: 'taps-and-lights',
      village: '东门社区',
      who: '周晓红 Zhou Xiaohong',
      channel: 'phone',
      orderedFor: 'parent',
      note: {
        zh: '我妈家厨房龙头滴水，她说她自己点了，我再说一遍放心。',
        en: 'My mother’s kitchen tap drips. She says she ordered; I say it again to be sure.',
      },
      wished: [span(minutesTo(now, 0, '19:30'), 90)],
      steps: [
        { state: 'submitted', at: -71, by: resident },
        { state: 'merged', at: -55, by: person('zhaoyue'), into: 'leaking-tap' },
      ],
    },
    {
      key: 'wardrobe-refused',
      service: 'heavy-things',
      village: '东门社区',
      who: '柴秀莲 Chai Xiulian',
      channel: 'web',
      note: { zh: '从三楼搬到一楼，东西不多。', en: 'From the third floor to the first, not much.' },
      wished: [span(minutesTo(now, 2, '09:00'), 180)],
      steps: [
        { state: 'submitted', at: minutesTo(now, -1, '16:10'), by: resident },
        {
          state: 'refused',
          at: minutesTo(now, 0, '09:25'),
          by: person('zhaoyue'),
          reason: { zh: '整家搬我们人手不够，也不安全。', en: 'A whole flat is too much for us, and not safe.' },
          nextAddress: {
            zh: '县家政服务窗口，服务中心一楼 3 号，可以帮您问三家报价。',
            en: 'Household services window, county centre, counter 3: they ask three firms for a price.',
          },
        },
      ],
    },
  ];
}
