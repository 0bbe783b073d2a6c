import { minutesTo } from '../../county-time.ts';
import { person, resident, span, visited } from './steps.ts';
import type { Special } from './steps.ts';

/** Visits of which whoever was served says another time than those who went: not answered yet, left to the coordinator, and agreed. */
export function differingTimes(now: Date): Special[] {
  return [
    {
      key: 'time-differs',
      service: 'taps-and-lights',
      village: '东门社区',
      who: '裴玉兰 Pei Yulan',
      channel: 'phone',
      note: {
        zh: '卫生间灯管一闪一闪，想换成一拍手就亮的。',
        en: 'The bathroom tube flickers; I would like one that lights when I clap.',
      },
      wished: [span(minutesTo(now, -1, '09:30'), 120)],
      steps: [
        ...visited('东门社区', span(minutesTo(now, -1, '10:00'), 60), 1500, 70, 'sunlidong'),
        { state: 'confirmed', at: minutesTo(now, 0, '09:40'), by: person('zhaoyue'), minutesHeard: 45 },
      ],
    },
    {
      key: 'time-asked',
      service: 'company',
      village: '书院社区',
      who: '温如珍 Wen Ruzhen',
      channel: 'web',
      note: {
        zh: '孩子都在外地，下午想有人坐坐，念念信。',
        en: 'My children live far away. In the afternoon I would like somebody to sit with me and read me their letters.',
      },
      wished: [span(minutesTo(now, -2, '15:00'), 120)],
      steps: [
        ...visited('书院社区', span(minutesTo(now, -2, '15:00'), 60), 1560, 100, 'xuchunhua'),
        { state: 'confirmed', at: minutesTo(now, -2, '19:10'), by: resident, minutesHeard: 60 },
      ],
    },
    {
      key: 'time-agreed',
      service: 'taps-and-lights',
      village: '西门社区',
      who: '戴水根 Dai Shuigen',
      channel: 'web',
      note: {
        zh: '阳台龙头冻裂了，一开就喷。',
        en: 'The tap on the balcony burst in the frost and sprays when opened.',
      },
      wished: [span(minutesTo(now, -3, '18:00'), 120)],
      steps: [
        ...visited('西门社区', span(minutesTo(now, -3, '18:30'), 60), 1600, 55, 'luoxiaochuan'),
        { state: 'confirmed', at: minutesTo(now, -2, '08:20'), by: resident, minutesHeard: 40 },
      ],
    },
  ];
}
