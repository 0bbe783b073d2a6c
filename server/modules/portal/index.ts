export { portalOptions } from './options.ts';
export { emptyPageCache } from './state.ts';
export { rebuildSearch } from './search/rebuild-command.ts';
export { frontEndsChanged } from './files/front-ends-changed.ts';
