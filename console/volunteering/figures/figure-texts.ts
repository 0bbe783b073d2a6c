import { bilingual } from '../../kit/texts.ts';

/** Words of the figures of orders and hours. */
export const figureTexts = bilingual(
  'volunteering.figure',
  {
    orders: {
      title: '每周的点单',
      what: '按点单的那一周算。像是机器填的不算在内。',
      said: (total: number, helped: number) => `一共 ${total} 单，其中 ${helped} 单帮到了。`,
      outcomes: {
        helped: '帮到了',
        done: '做完，还没说',
        going: '有人去',
        arranging: '在安排',
        waiting: '等答复',
        otherwise: '没办、转走或取消',
      },
    },
    answers: {
      title: '答复及时不及时',
      said: (inTime: number, late: number, overdue: number) =>
        `${inTime} 单按时答复，${late} 单晚了，${overdue} 单过了时限还没答复。`,
      inTime: '按时答复',
      late: '晚了才答复',
      overdue: '过了时限还没答复',
    },
    span: {
      title: '多久答复',
      said: (limit: string) => (limit === '' ? '' : `现在的时限是 ${limit}，各项服务不一样。`),
      median: '一半的单子不超过',
      slow: '九成的单子不超过',
      limit: '最长的时限',
    },
    hours: {
      title: '每月的时长',
      mine: '我每月的时长',
      said: (hours: string) => `一共 ${hours} 小时，冲回的已经减去。`,
      hours: (hours: number) => `${hours} 小时`,
    },
  },
  {
    orders: {
      title: 'Orders by week',
      what: 'Each order counts in the week in which it was made. Those that look like a machine’s are left out.',
      said: (total, helped) =>
        `${total === 1 ? '1 order' : `${total} orders`} in all; help was given in ${helped} of them.`,
      outcomes: {
        helped: 'Helped',
        done: 'Done, not yet confirmed',
        going: 'Somebody goes',
        arranging: 'Being arranged',
        waiting: 'Waiting for an answer',
        otherwise: 'Refused, referred or cancelled',
      },
    },
    answers: {
      title: 'Answered in time?',
      said: (inTime, late, overdue) =>
        `Answered in time: ${inTime}; late: ${late}; past the limit and not answered: ${overdue}.`,
      inTime: 'In time',
      late: 'Late',
      overdue: 'Past the limit, not answered',
    },
    span: {
      title: 'Time to answer',
      said: (limit) => (limit === '' ? '' : `The limit now is ${limit}, depending on the service.`),
      median: 'Half of them within',
      slow: 'Nine in ten within',
      limit: 'Longest limit',
    },
    hours: {
      title: 'Hours by month',
      mine: 'My hours by month',
      said: (hours) => `${hours} hours in all, reversals deducted.`,
      hours: (hours) => `${hours} h`,
    },
  },
);
