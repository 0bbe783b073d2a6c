import type { Plugin } from 'vite';
import { leadPhones } from './lead-phones.ts';
import { lightAddress } from './light-address.ts';

/** Writes into the console's page the few lines that lead a phone on, before whatever the page fetches. */
export const leadPlugin = (): Plugin => ({
  name: 'lead-phones',
  // After the declaration of the characters, which stands among the first 1,024 bytes.
  transformIndexHtml: (html) =>
    html.replace(
      '<title>',
      () => `<script nonce="__NONCE__">(${String(leadPhones)})(${String(lightAddress)})</script>\n    <title>`,
    ),
});
