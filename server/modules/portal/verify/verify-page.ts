import type { Page } from '#platform/page';
import type { VerifyPageProps } from '../page-contract.ts';
import { keyListOf } from './key-list.ts';

/** `/verify`: checks a mark in the browser. The claim stands behind the #, so the server never learns who checks what. */
export const verifyPage: Page = {
  path: '/verify',
  view: 'portal/verify',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const props: VerifyPageProps = { keys: await keyListOf(tx) };
      return { props, keys: ['keys'] };
    }),
};
