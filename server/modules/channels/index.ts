export { copyDrifted } from './events.ts';
export { copiesOf } from './copy/copy-queries.ts';
export type { Copy } from './copy/copy-queries.ts';
export { readBack } from './site/read-back.ts';
export type { FetchPage } from './site/fetch-page.ts';
