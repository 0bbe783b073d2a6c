import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { leadPhones } from './lead-phones.ts';
import { lightAddress } from './light-address.ts';

const source = `(${String(leadPhones)})(${String(lightAddress)})`;
const fileName = `assets/lead-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;

/** Puts the few lines that lead a phone on before whatever the page fetches: a file of their own, for no page of ours holds a script. */
export const leadPlugin = (): Plugin => ({
  name: 'lead-phones',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName, source });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_, { server }) => [
      {
        tag: 'script',
        ...(server ? { children: source } : { attrs: { src: `/console/${fileName}` } }),
        injectTo: 'head-prepend',
      },
    ],
  },
});
