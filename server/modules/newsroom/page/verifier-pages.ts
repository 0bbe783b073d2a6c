import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { verifierFiles } from '../dossier/verifier-files.ts';

const types = { 'verify.mjs': 'text/javascript; charset=utf-8', 'verify.html': 'text/html; charset=utf-8' } as const;

/** `/verify.mjs` and `/verify.html`: the program by which anybody checks a story's proof on their own computer, to be kept as a file. */
export const verifierPages: readonly Page[] = (['verify.mjs', 'verify.html'] as const).map((name): Page => ({
  path: `/${name}`,
  view: '',
  cached: true,
  async load() {
    const files = await verifierFiles();
    const raw = new Raw(types[name], files[name], { 'content-disposition': `attachment; filename="${name}"` });
    return { raw, keys: ['all'] };
  },
}));
