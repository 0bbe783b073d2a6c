import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { shellList } from './shell-list.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The light phone entry under `/console/phone/`: one script, one stylesheet, and a service worker that knows both by name. */
export default defineConfig({
  root: here('.'),
  base: '/console/phone/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [shellList()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Chrome 91 is WeChat's oldest browser still met.
    target: 'chrome91',
    cssTarget: 'chrome91',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { phone: here('index.html'), 'service-worker': here('service-worker.ts') },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/media': 'http://localhost:8080' } },
});
