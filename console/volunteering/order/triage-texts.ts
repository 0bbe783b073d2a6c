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
    mergedInto: '并到',
    theOther: '看那一单',
    clear: '是真的',
    reason: '为什么（居民看得到）',
    internalReason: '怎么办的',
    next: '可以去哪里，找谁',
    station: '转给哪个站',
    done: '收到了。',
    referredHere: '别处转到您这里来的。接下以后，能看到是谁家、电话多少，答复的时间从现在算起。',
    takeOn: '接过来办',
  },
  {
    accept: 'Take it',
    refuse: 'Cannot take it',
    refer: 'Refer',
    help: 'Helped at once',
    pause: 'Pause',
    resume: 'Go on',
    merge: 'Merge',
    mergedInto: 'Merged into',
    theOther: 'See the other order',
    clear: 'It is real',
    reason: 'Why (the resident reads it)',
    internalReason: 'How it was done',
    next: 'Where else to go, whom to ask',
    station: 'To which station',
    done: 'Got it.',
    referredHere:
      'Referred to you from elsewhere. Once you take it on you see whose it is and how to ring them, and the time to answer begins.',
    takeOn: 'Take it on',
  },
);
