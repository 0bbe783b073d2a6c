export { portalOptions } from './options.ts';
export { emptyPageCache } from './state.ts';
