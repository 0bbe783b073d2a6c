import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The staff application, served under `/console/`. The oldest browser is WeChat's, which is Chrome 91. */
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    target: 'chrome91',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/media': 'http://localhost:8080' } },
});
