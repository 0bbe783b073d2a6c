export { portalOptions } from './options.ts';
export { mountHealth } from './health.ts';
export { emptyPageCache } from './state.ts';
export { tellBuild, tellBuildFailed, tellPictures, tellPicturesFailed } from './starting-state.ts';
export { rebuildSearch } from './search/rebuild-command.ts';
export { frontEndsChanged } from './files/front-ends-changed.ts';
export { plainStyles } from './plain-styles.ts';
export { registrationOf } from './legal-notices.ts';
