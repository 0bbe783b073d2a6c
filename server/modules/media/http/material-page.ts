import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { publicFiles } from '../material/address.ts';
import { materialsByHash } from '../material/material-queries.ts';
import { sendFile } from './send-file.ts';

/** `/materials/<hash>…`: files of materials (`address.ts`). A document is always saved and never opened in the page: what somebody sent us is not shown as ours. */
export const materialPage: Page = {
  path: '/materials/:file',
  view: 'media/material',
  cached: false,
  async load({ ctx, params, request }) {
    const [hash = ''] = /^[0-9a-f]{64}/.exec(params['file'] ?? '') ?? [];
    const material = found((await ctx.transaction((tx) => materialsByHash(tx, [hash]))).get(hash));
    const path = `/materials/${params['file']}`;
    return sendFile(ctx, request, found(publicFiles(material).find((file) => file.path === path)));
  },
};
