import type { Language } from '#platform/i18n';
import type { OrderState } from '../contract.ts';

interface ReportWords {
  readonly place: string;
  readonly consent: string;
  readonly yes: string;
  /** Where somebody follows their own report; `href` is a whole address. */
  readonly follow: (href: string) => string;
  readonly notes: Readonly<Record<OrderState, string>>;
}

const chinese: ReportWords = {
  place: '哪个村、哪个社区',
  consent: '已看过 /orders/new 上的说明，同意留下姓名和电话',
  yes: '同意',
  follow: (href) => `进展看 ${href}，这个网址只有您有。`,
  notes: {
    submitted: '收到了，等答复',
    accepted: '接下了，在找人',
    paused: '先放一放',
    dispatched: '在问志愿者',
    taken: '有人去了',
    'under-way': '正在办',
    'visit-failed': '没办成，再约',
    done: '做完了，等确认',
    disputed: '说没办好，再看',
    confirmed: '办好了',
    rated: '办好了',
    closed: '结束了',
    refused: '没能接',
    referred: '转到别处',
    merged: '并到同样的一张单子',
    helped: '当场办好了',
    cancelled: '取消了',
  },
};

const english: ReportWords = {
  place: 'Which village or community',
  consent: 'The text at /orders/new was read, and the name and phone may be kept',
  yes: 'Agreed',
  follow: (href) => `Follow it at ${href}; nobody else has this address.`,
  notes: {
    submitted: 'Received, to be answered',
    accepted: 'Taken on, somebody is being found',
    paused: 'Waits for a while',
    dispatched: 'Volunteers are being asked',
    taken: 'Somebody goes',
    'under-way': 'Being done',
    'visit-failed': 'Did not work out, to be arranged again',
    done: 'Done, to be confirmed',
    disputed: 'Said not done, to be looked at',
    confirmed: 'Done',
    rated: 'Done',
    closed: 'Ended',
    refused: 'Could not be taken on',
    referred: 'Referred elsewhere',
    merged: 'Joined with another of the same',
    helped: 'Done at once',
    cancelled: 'Cancelled',
  },
};

/** What programs are told, in the language of the request. */
export const wordsOf = (language: Language): ReportWords => (language === 'en' ? english : chinese);
