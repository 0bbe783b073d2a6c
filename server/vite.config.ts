import { dirname, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

// Stands for the way to `server/`, which depends on where a piece comes to lie.
const serverFolder = '@way-to-server@';

/** Lets each source find what lies beside it, although it stands in another file now: by its way from there. */
function ownPlaces(): Plugin {
  let root = '';
  return {
    name: 'own-places',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: /\.tsx?$/, code: /import\.meta\.(?:dirname|url)/ },
      handler(code, id) {
        const path = relative(root, id).replaceAll('\\', '/');
        return code.replace(/import\.meta\.(dirname|url)/g, (_, what: string) =>
          what === 'url'
            ? `new URL('${serverFolder}/${path}', import.meta.url).href`
            : `(import.meta.dirname + '/${serverFolder}/${dirname(path)}')`,
        );
      },
    },
    renderChunk(code, { fileName }) {
      return code.replaceAll(serverFolder, fileName.includes('/') ? '../..' : '..');
    },
  };
}

/** The program as one file with what it is split into: two thousand sources are found, stripped and linked once, not at each start (ADR 76). Not made smaller: what a log tells of an error keeps its names. */
export default defineConfig({
  publicDir: false,
  plugins: [ownPlaces()],
  // Packages are loaded as they are, but for two of hundreds of small files.
  ssr: { noExternal: ['kysely', 'zod'] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    target: 'node24',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { start: 'start.ts', 'run-cli': 'run-cli.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
