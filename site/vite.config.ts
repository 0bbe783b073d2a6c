import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds one stylesheet, the islands and the service worker into dist/, with a manifest that the server reads. Pages themselves are rendered by the server. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: 'manifest.json',
    modulePreload: false,
    // Chrome 91 is WeChat's oldest browser still met.
    target: 'chrome91',
    cssTarget: 'chrome91',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [
        here('styles/site.css'),
        here('service-worker.ts'),
        ...readdirSync(here('islands'))
          .filter((file) => /^[a-z-]+\.ts$/.test(file))
          .map((file) => here(`islands/${file}`)),
      ],
      output: {
        // Its name is for ever: a browser asks for it again under the same address.
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
