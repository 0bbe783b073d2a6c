import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const placeholder = '__SHELL__';

/** Tells the service worker what the shell consists of and which version it is, once the names with their hashes are known. */
export function shellList(): Plugin {
  return {
    name: 'shell-list',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !isFurtherLanguage(bundle[name]))
        .toSorted();
      const page = bundle['index.html'];
      const version = createHash('sha256')
        .update(JSON.stringify(files))
        .update(page?.type === 'asset' ? String(page.source) : '')
        .digest('hex');
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk' || !worker.code.includes(placeholder))
        this.error('the service worker has no place for the list of the shell');
      worker.code = worker.code.replace(
        placeholder,
        JSON.stringify({ version: version.slice(0, 16), files }).replaceAll('"', '\\"'),
      );
    },
  };
}

// Fetched by whoever speaks it, and kept then.
const isFurtherLanguage = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): boolean =>
  file?.type === 'chunk' && file.moduleIds.length > 0 && file.moduleIds.every((id) => id.includes('/languages/'));
