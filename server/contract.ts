/** The only door for `console/` and `site/`: every module's contract, and the props of the public pages. Types and schemas, no behaviour. */
export type * from './platform/page-contract.ts';
export type * from './modules/places/page-contract.ts';
export type * from './modules/newsroom/page-contract.ts';
export type * from './modules/volunteering/page-contract.ts';
export type * from './modules/channels/page-contract.ts';
export type * from './modules/portal/page-contract.ts';
export type * from './modules/demonstration/page-contract.ts';
export type * from './modules/places/contract.ts';
export type * from './modules/people/contract.ts';
export type * from './modules/notices/contract.ts';
export type * from './modules/access/contract.ts';
export type * from './modules/media/contract.ts';
export type * from './modules/stations/contract.ts';
export type * from './modules/newsroom/contract.ts';
export type * from './modules/volunteering/contract.ts';
export type * from './modules/channels/contract.ts';
export type * from './modules/operations/contract.ts';
