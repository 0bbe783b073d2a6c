import { bilingual } from '../../kit/texts.ts';

/** Words of answering an order. */
export const triageTexts = bilingual(
  {
    accept: '接下',
    refuse: '没能接',
    refer: '转给别处',
    help: '当场办了',
    pause: '先放一放',
    resume: '接着办',
    merge: '并到另一单',
    clear: '是真的',
    reason: '为什么（居民看得到）',
    internalReason: '怎么办的',
    next: '可以去哪里，找谁',
    station: '转给哪个站',
    done: '收到了。',
  },
  {
    accept: 'Take it',
    refuse: 'Cannot take it',
    refer: 'Refer',
    help: 'Helped at once',
    pause: 'Pause',
    resume: 'Go on',
    merge: 'Merge',
    clear: 'It is real',
    reason: 'Why (the resident reads it)',
    internalReason: 'How',
    next: 'Where else to go, whom to ask',
    station: 'To which station',
    done: 'Got it.',
  },
);
