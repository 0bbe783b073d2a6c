import type { Plugin } from 'vite';

/** Fills `shared.css` with the styles that most pages show: otherwise every browser makes them anew at every opening, a fifth of what an empty page took. */
export const antdStylesPlugin = (): Plugin => ({
  name: 'antd-styles',
  enforce: 'pre',
  load: async (id) =>
    id.endsWith('/antd-styles/shared.css') ? (await import('./shared-styles.ts')).sharedStyles() : null,
});
