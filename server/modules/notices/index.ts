export { notify } from './message/notify.ts';
export type { Notice } from './message/notify.ts';
export type { NoticeChannel, OutgoingMessage } from './channel/channel.ts';
