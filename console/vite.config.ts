import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { leadPlugin } from './lead/lead-plugin.ts';

// The program refuses what seems to come from another site: it must see the address that the browser sees.
const program = { target: process.env['XIANGYIN_ADDRESS'] ?? 'http://localhost:8080', changeOrigin: false };

/** Puts the script that asks ahead before every other: the page's own scripts would be one chunk, which waits for all it needs. */
const aheadFirst: Plugin = {
  name: 'ahead-first',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const chunk = Object.values(bundle ?? {}).find(
        (one) => one.type === 'chunk' && one.isEntry && one.name === 'ahead',
      );
      const src = chunk ? `/console/${chunk.fileName}` : '/console/ahead.ts';
      return [{ tag: 'script', attrs: { type: 'module', crossorigin: true, src }, injectTo: 'head-prepend' }];
    },
  },
};

/** The staff application, served under `/console/`. The oldest browser is WeChat's, which is Chrome 91. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), aheadFirst, leadPlugin()],
  build: {
    target: 'chrome91',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: 'index.html', ahead: 'ahead.ts' } },
  },
  // While developing: the program itself runs beside, at this address.
  server: { proxy: { '/api': program, '/media': program, '/materials': program } },
});
