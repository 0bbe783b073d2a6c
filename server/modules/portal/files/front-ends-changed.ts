import type { App } from '#platform/app';
import { emptyPageCache } from '../state.ts';
import { forgetFiles } from './mount-files.ts';

/** A front end was built anew: pages name other styles and files have other contents. */
export function frontEndsChanged(app: App): void {
  forgetFiles();
  emptyPageCache(app);
}
