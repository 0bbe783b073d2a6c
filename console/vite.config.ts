import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leadPlugin } from './lead/lead-plugin.ts';

// The program refuses what seems to come from another site: it must see the address that the browser sees.
const program = { target: process.env['XIANGYIN_ADDRESS'] ?? 'http://localhost:8080', changeOrigin: false };

/** The staff application, served under `/console/`. The oldest browser is WeChat's, which is Chrome 91. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), leadPlugin()],
  build: {
    target: 'chrome91',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
  },
  // While developing: the program itself runs beside, at this address.
  server: { proxy: { '/api': program, '/media': program, '/materials': program } },
});
