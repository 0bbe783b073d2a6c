import { bilingual } from './texts.ts';

/** How times and spans are said; days are in `day-words.ts`. */
export const timeTexts = bilingual(
  'kit.time',
  {
    yesterday: '昨天',
    today: '今天',
    tomorrow: '明天',
    dueNow: '现在到时间',
    left: (span: string) => `还有 ${span}`,
    late: (span: string) => `晚了 ${span}`,
    minutes: (count: number) => `${count} 分钟`,
    hours: (count: number) => `${count} 小时`,
    days: (count: number) => `${count} 天`,
  },
  {
    yesterday: 'yesterday',
    today: 'today',
    tomorrow: 'tomorrow',
    dueNow: 'due now',
    left: (span) => `${span} left`,
    late: (span) => `${span} late`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
  },
);
