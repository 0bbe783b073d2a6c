import type { Texts } from '../zh-CN.ts';

/** Words of the channels' pages. */
export const channels: Texts['channels'] = {
  receipts: {
    title: 'Where it was published',
    lead: '“Arrived” means the receiver’s receipt is in. “Taken” means the channel took it and we have not seen it there yet. Without a receipt we do not say it arrived.',
    caption: 'The receipt of each copy',
    channel: 'Channel',
    edition: 'Edition',
    state: 'State',
    time: 'Time',
    fingerprint: 'Fingerprint seen there',
    states: {
      confirmed: 'arrived',
      accepted: 'taken',
      waiting: 'not sent yet',
      failed: 'did not arrive',
      replaced: 'replaced by a newer edition',
    },
    noFingerprint: 'none given back',
    same: 'same as this edition',
    different: 'not this edition',
    look: 'look',
    none: 'It has not been sent to any channel yet.',
    now: (number, at) => `Valid now is edition ${number} (${at}), fingerprint:`,
    back: 'Back to the story',
  },
};
