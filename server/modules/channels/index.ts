export { copyDrifted } from './events.ts';
export { copiesOf } from './copy/copy-queries.ts';
export type { Copy } from './copy/copy-queries.ts';
export { readBack } from './kinds/site/read-back.ts';
export type { FetchPage } from './kinds/site/fetch-page.ts';
export { addChannel } from './channel/arrange-channel.ts';
export { copiesInHandsOf } from './copy/copy-queries.ts';
export { enterReceipt } from './copy/enter-receipt.ts';
