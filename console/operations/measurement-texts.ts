import { bilingual } from '../kit/texts.ts';

/** Words of the page on how the program runs. */
export const measurementTexts = bilingual(
  'operations.measurement',
  {
    title: '运行情况',
    lead: '程序应答了多少、多快，什么在等、什么没成。只数个数，不记是谁。时间是真实的时间。',
    ranges: { hour: '一小时', day: '一天', month: '三十天' },
    step: '时间',
    answers: {
      title: '应答',
      said: (total: string, share: string) => `一共 ${total} 次，其中 ${share} 直接从内存给出。`,
      memory: '从内存给出',
      pages: '现做的页面',
      api: '接口',
    },
    failures: {
      title: '没答成',
      said: (failed: string) => `${failed} 次答了 500 以上的错误。原因在程序的日志里。`,
      none: '这段时间里没有一次答错。',
      failed: '出错的应答',
    },
    speed: {
      title: '答一次要多久',
      said: '现做的页面和接口，平均每次。从内存给出的不算。',
      mean: '平均',
    },
    waiting: {
      title: '后台任务',
      said: '每段时间里最多的时候。一直在等，多半是没有带 worker 角色的进程。',
      waiting: '在等',
      failed: '没成',
    },
    lag: {
      title: '最久的一件等了多久',
      said: '事情发生后，别处多久知道。平时不到一秒。',
      lag: '等了',
    },
    deliveries: {
      title: '送到别处',
      said: '每段时间里最多的时候：给渠道的稿件，给人的通知。',
      copiesWaiting: '稿件在送',
      copiesFailed: '稿件没送到',
      noticesFailed: '通知没送到（一天内）',
    },
    room: {
      title: '磁盘还剩',
      said: '数据目录所在的盘，每段时间里最少的时候。',
      free: '还剩',
      limit: '少于 2 GB 会提醒',
    },
    seconds: (value: number) => (value >= 60 ? `${Math.round(value / 60)} 分钟` : `${value} 秒`),
  },
  {
    title: 'How it runs',
    lead: 'How much was answered and how fast, what waits, what failed. Counts alone, nobody’s name. Times are real ones.',
    ranges: { hour: 'Hour', day: 'Day', month: 'Thirty days' },
    step: 'time',
    answers: {
      title: 'Answers',
      said: (total, share) => `${total} in all, ${share} of them straight from memory.`,
      memory: 'from memory',
      pages: 'pages made anew',
      api: 'API',
    },
    failures: {
      title: 'Failures',
      said: (failed) =>
        `${failed === '1' ? '1 answer was an error' : `${failed} answers were errors`} of status 500 and above. The program’s log says why.`,
      none: 'Not one answer failed in this time.',
      failed: 'failed answers',
    },
    speed: {
      title: 'Time for an answer',
      said: 'Pages made anew and the API, on average. What came from memory is left out.',
      mean: 'average',
    },
    waiting: {
      title: 'Jobs',
      said: 'The most there were in each step. Where they go on waiting, no process with the role worker runs.',
      waiting: 'waiting',
      failed: 'failed',
    },
    lag: {
      title: 'The longest wait',
      said: 'How long after it happened a thing is known elsewhere. Less than a second as a rule.',
      lag: 'waited',
    },
    deliveries: {
      title: 'Deliveries',
      said: 'The most there were in each step: copies for channels, notices for people.',
      copiesWaiting: 'copies on their way',
      copiesFailed: 'copies that failed',
      noticesFailed: 'notices given up (within a day)',
    },
    room: {
      title: 'Room on the disk',
      said: 'Where the data folder lies, the least there was in each step.',
      free: 'free',
      limit: 'a warning under 2 GB',
    },
    seconds: (value) => (value >= 60 ? `${Math.round(value / 60)} min` : `${value} s`),
  },
);
