import { minutesTo } from '../../county-time.ts';
import type { Span } from '../../order-content.ts';
import { offered, opened, person, span, taken, volunteer } from './steps.ts';
import type { Special } from './steps.ts';

/** Orders that wait for a volunteer, or are being done. */
export function waitingForVolunteers(now: Date): Special[] {
  const tomorrow = (time: string, minutes: number): Span => span(minutesTo(now, 1, time), minutes);
  const due = span(1, 60);
  return [
    {
      key: 'offer-expiring',
      service: 'taps-and-lights',
      village: '河街社区',
      who: '吴有田 Wu Youtian',
      channel: 'phone',
      note: {
        zh: '床头灯和过道灯都不亮，夜里不敢起来。',
        en: 'The bedside and the passage lamp are out; I dare not get up at night.',
      },
      wished: [span(minutesTo(now, 2, '18:00'), 150)],
      steps: [...opened('河街社区', -322, -265), offered('河街社区', -230, 10, volunteer('luoxiaochuan'))],
    },
    {
      key: 'visit-due',
      service: 'taps-and-lights',
      village: '西门社区',
      who: '郑金凤 Zheng Jinfeng',
      channel: 'web',
      note: {
        zh: '热水器下面的角阀漏，先垫着毛巾。',
        en: 'The valve under the water heater leaks; there is a towel under it.',
      },
      wished: [span(0, 120)],
      steps: [
        ...opened('西门社区', minutesTo(now, -1, '14:05'), minutesTo(now, -1, '15:20')),
        offered('西门社区', minutesTo(now, -1, '15:25'), minutesTo(now, -1, '19:25'), volunteer('luoxiaochuan')),
        taken(minutesTo(now, -1, '18:12'), due, 'luoxiaochuan'),
      ],
    },
    {
      key: 'visit-tomorrow',
      service: 'taps-and-lights',
      village: '新桥社区',
      who: '谢福生 Xie Fusheng',
      channel: 'desk',
      note: {
        zh: '开关面板裂了，露着铜片，用胶布贴住了。',
        en: 'The switch plate is cracked and the copper shows; I taped it over.',
      },
      wished: [tomorrow('18:30', 120)],
      steps: [
        ...opened('新桥社区', minutesTo(now, 0, '09:40'), minutesTo(now, 0, '10:30')),
        offered('新桥社区', minutesTo(now, 0, '10:36'), minutesTo(now, 0, '14:36'), volunteer('luoxiaochuan')),
        taken(minutesTo(now, 0, '11:48'), tomorrow('18:30', 60), 'luoxiaochuan'),
      ],
    },
    {
      key: 'team-offer',
      service: 'taps-and-lights',
      village: '新桥社区',
      who: '曹大力 Cao Dali',
      channel: 'web',
      orderedFor: 'parent',
      note: {
        zh: '爸妈家总阀拧不动，说是要一起换三户的。',
        en: 'My parents’ main valve is stuck; three flats want theirs changed together.',
      },
      wished: [span(minutesTo(now, 3, '18:30'), 120)],
      steps: [
        ...opened('新桥社区', -210, -160),
        offered('新桥社区', -95, 145, { kind: 'team', key: 'taps-and-lights' }),
      ],
    },
    {
      key: 'companion-tomorrow',
      service: 'hospital-companion',
      village: '北门社区',
      who: '潘银花 Pan Yinhua',
      channel: 'phone',
      note: {
        zh: '去年摔过，走快了心慌，请慢些。',
        en: 'I fell last year and my heart races when I hurry. Slowly, please.',
      },
      wished: [tomorrow('07:30', 300)],
      steps: [
        ...opened('北门社区', minutesTo(now, -1, '09:05'), minutesTo(now, -1, '10:10')),
        offered(
          '北门社区',
          minutesTo(now, -1, '10:20'),
          minutesTo(now, -1, '14:20'),
          volunteer('xuchunhua'),
          volunteer('gexiulan'),
        ),
        taken(minutesTo(now, -1, '11:02'), tomorrow('08:00', 240), 'xuchunhua', 'gexiulan'),
      ],
    },
    {
      key: 'company-offer',
      service: 'company',
      village: '书院社区',
      who: '袁立夏 Yuan Lixia',
      channel: 'web',
      orderedFor: 'parent',
      note: {
        zh: '爸刚从老家搬来，没人说家乡话。',
        en: 'Dad has just moved here and nobody speaks as they do at home.',
      },
      wished: [span(minutesTo(now, 2, '15:00'), 120)],
      steps: [...opened('书院社区', -290, -205), offered('书院社区', -150, 90, volunteer('xuchunhua'))],
    },
    {
      key: 'eyes-offer',
      service: 'company',
      village: '书院社区',
      who: '龚素琴 Gong Suqin',
      channel: 'phone',
      note: {
        zh: '眼睛刚开过刀，看不了书，想有人坐坐，念念报。',
        en: 'My eye was operated on and I cannot read. Somebody to sit with me and read the paper, please.',
      },
      wished: [span(minutesTo(now, 3, '15:00'), 120)],
      steps: [
        ...opened('书院社区', minutesTo(now, 0, '15:40'), minutesTo(now, 0, '16:15')),
        offered('书院社区', minutesTo(now, 0, '16:20'), minutesTo(now, 0, '20:20'), volunteer('xuchunhua')),
      ],
    },
    {
      key: 'flood-pigs',
      service: 'before-the-flood',
      village: '渡口村',
      who: '罗满囤 Luo Mantun',
      channel: 'phone',
      note: {
        zh: '猪圈低，两头猪要赶到坡上，天黑前最好。',
        en: 'The sty is low; two pigs must go uphill, before dark if you can.',
      },
      wished: [span(30, 120)],
      steps: [...opened('渡口村', -31, -18), offered('渡口村', -6, 14, { kind: 'team', key: 'flood-and-snow' })],
    },
    {
      key: 'flood-now',
      service: 'before-the-flood',
      village: '柳堡村',
      who: '宋木根 Song Mugen',
      channel: 'phone',
      note: {
        zh: '一楼有冰箱和三袋谷子，家里就我和老伴。',
        en: 'A fridge and three sacks of grain downstairs, and only the two of us.',
      },
      wished: [span(-150, 180)],
      steps: [
        ...opened('柳堡村', -199, -187),
        offered('柳堡村', -183, -163, volunteer('wangshuisheng'), volunteer('jiangahai')),
        taken(-176, span(-140, 120), 'wangshuisheng', 'jiangahai'),
        { state: 'under-way', at: -136, by: person('wangshuisheng') },
      ],
    },
    {
      key: 'nobody-arrived',
      service: 'taps-and-lights',
      village: '柳河街社区',
      who: '费阿珠 Fei Azhu',
      channel: 'phone',
      note: {
        zh: '卫生间的灯一闪一闪，夜里起来看不清。',
        en: 'The bathroom lamp flickers, and at night I cannot see my way.',
      },
      wished: [span(minutesTo(now, 0, '18:00'), 120)],
      steps: [
        ...opened('柳河街社区', minutesTo(now, 0, '10:05'), minutesTo(now, 0, '10:50')),
        offered('柳河街社区', minutesTo(now, 0, '11:00'), minutesTo(now, 0, '15:00'), volunteer('machangshui')),
        taken(minutesTo(now, 0, '12:20'), span(minutesTo(now, 0, '18:30'), 60), 'machangshui'),
      ],
    },
  ];
}
