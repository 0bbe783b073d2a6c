export { earliestAllowed } from './message/quiet-hours.ts';
export type { QuietHours } from './message/quiet-hours.ts';
export { quietHoursOf } from './message/preferences.ts';
export { dropLetters, writeLetter } from './letter/write-letter.ts';
export { notify } from './message/notify.ts';
export type { Notice } from './message/notify.ts';
export type { NoticeChannel, OutgoingMessage } from './channel/channel.ts';
export { failedSince } from './message/failed-since.ts';
export { sendTrial } from './email/send-trial.ts';
