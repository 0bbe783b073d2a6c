import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { antdStylesPlugin } from './antd-styles/antd-styles-plugin.ts';
import { leadPlugin } from './lead/lead-plugin.ts';

// The program refuses what seems to come from another site: it must see the address that the browser sees.
const program = { target: process.env['XIANGYIN_ADDRESS'] ?? 'http://localhost:8080', changeOrigin: false };

// Each further chunk of a page costs some milliseconds before it is even asked for, and a browser asks an HTTP/1.1 server for six at a time: the small things that pages of one part share are one chunk.
// Not their larger ones, which would come along to pages that do not show them.
const small = '.*-(?:texts|words|states)\\.tsx?$';
const sharedParts = [
  { name: 'kit', test: /console\/kit\/(?!list\/|plot\/|[^/]*-fields?\.tsx)/ },
  { name: 'list', test: /console\/kit\/(?!plot\/)/ },
  { name: 'plot', test: /console\/kit\// },
  {
    name: 'newsroom',
    test: new RegExp(
      `console/(?:newsroom|media)/${small}|/document/(?:hash|inline-text|suggested-columns|unfinished)\\.ts$`,
    ),
  },
  { name: 'volunteering', test: new RegExp(`console/volunteering/${small}`) },
].map((part) => ({ ...part, minShareCount: 2 }));

// Of the libraries what many pages share, by what they show: a page with a field to write in fetches no calendar.
const sharedFields = [
  { name: 'inputs', test: /(?:antd\/es|@rc-component)\/(?:input|checkbox|textarea|modal)\// },
  { name: 'choices', test: /(?:antd\/es|@rc-component)\/(?:select|tree|tree-select|virtual-list|empty)\// },
  { name: 'dates', test: /@rc-component\/picker\/|antd\/es\/(?:date|time)-picker\/|dayjs\/plugin\// },
  { name: 'fields', test: /node_modules/ },
].map((part) => ({ ...part, minShareCount: 20 }));

// What the first script reads: not the shell, for which it does not wait.
const firstNeeds =
  /console\/(ahead|kit\/ahead|kit\/remembered-language|kit\/further-languages|shell\/(?:pages|entry-at))\.ts$|languages\/[^/]+\/language\.json$|preload-helper|rolldown.runtime/;

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
      // Run as soon as it is here: in its turn it would wait until the page is read and the shell compiled.
      return [
        { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src }, injectTo: 'head-prepend' },
      ];
    },
  },
};

/** The staff application, served under `/console/`. The oldest browser is WeChat's, which is Chrome 91. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), aheadFirst, leadPlugin(), antdStylesPlugin()],
  build: {
    target: 'chrome91',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: 'index.html', ahead: 'ahead.ts' },
      // One chunk for what every page needs before it can be drawn. Left to itself the bundler makes a chunk for each set of pages that share something: seventy requests for the first page.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: firstNeeds },
            { name: 'shell', tags: ['$initial'] },
            ...sharedFields,
            ...sharedParts,
          ],
        },
      },
    },
  },
  // While developing: the program itself runs beside, at this address.
  server: { proxy: { '/api': program, '/media': program, '/materials': program } },
});
