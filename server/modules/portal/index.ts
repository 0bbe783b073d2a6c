export { portalOptions } from './options.ts';
