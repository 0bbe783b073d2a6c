import { bilingual } from '../../kit/texts.ts';

/** Words of the time of publication. */
export const scheduleTexts = bilingual(
  {
    title: '什么时候发布',
    ways: { now: '签完就发', at: '定时发', held: '签好先放着' },
    at: '发布时间',
    atHint: '到了时间自己发出去。签名不受影响。',
    heldHint: '签好以后等您来发。',
    past: '请选以后的时间。',
    set: '定好了。',
    publishNow: '现在发布',
    publishNowSure: '马上发到公开网站。文字和签名都不变。',
    publishedNow: '发布了。',
    change: '改发布时间',
    held: '签好先放着，等人来发',
    together: '和别的几篇一起发',
  },
  {
    title: 'When it is published',
    ways: { now: 'With the last signature', at: 'At a time', held: 'Kept ready' },
    at: 'Time of publication',
    atHint: 'It goes out by itself then. Signatures stand.',
    heldHint: 'Once signed it waits for you to publish it.',
    past: 'Choose a time to come.',
    set: 'Set.',
    publishNow: 'Publish now',
    publishNowSure: 'It goes to the public site at once. Text and signatures stay as they are.',
    publishedNow: 'Published.',
    change: 'Change the time of publication',
    held: 'Kept ready until somebody publishes it',
    together: 'Together with others',
  },
);
