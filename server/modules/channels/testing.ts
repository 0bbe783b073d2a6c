export { ForeignSite } from './testing/foreign-site.ts';
export { Receiver } from './testing/receiver.ts';
export type { Received } from './testing/receiver.ts';
export { dkimVerdict, PostOffice } from './testing/post-office.ts';
export type { ReceivedLetter } from './testing/post-office.ts';
export { channelView, channelWithSecret } from './testing/channel-shapes.ts';
export { correctPublished } from './testing/correct-published.ts';
export { WeChatServer } from './testing/wechat/wechat-server.ts';
export { callbackKeys } from './kinds/wechat/callback-keys.ts';
