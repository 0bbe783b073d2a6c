import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { keyListOf } from './key-list.ts';

/** `/.well-known/xiangyin-keys.json`: the keys by which marks and evidence are checked (a JWK set, RFC 7517, with the history of the keys), signed. */
export const keyListPage: Page = {
  path: '/.well-known/xiangyin-keys.json',
  view: '',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const list = found((await keyListOf(tx)) ?? undefined);
      return {
        raw: new Raw('application/json; charset=utf-8', `${JSON.stringify(list, null, 1)}\n`),
        keys: ['keys'],
      };
    }),
};
