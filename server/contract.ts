/** The only door for `console/` and `site/`: every module's contract, and the props of the public pages. Types and schemas, no behaviour. */
export type * from './platform/page-contract.ts';
export type * from './modules/places/page-contract.ts';
export type * from './modules/newsroom/page-contract.ts';
export type * from './modules/volunteering/page-contract.ts';
export type * from './modules/channels/page-contract.ts';
export type * from './modules/portal/page-contract.ts';
export type * from './modules/demonstration/page-contract.ts';
