import type { Page, PageAnswer } from '#platform/page';
import { found } from '#platform/refuse';
import { publicFiles } from '../material/address.ts';
import { materialsByHash } from '../material/material-queries.ts';
import { shownMaterial } from '../material/recordings-in.ts';
import type { MaterialPageProps } from '../page-contract.ts';
import { sendFile } from './send-file.ts';

/** `/materials/<hash>`: a page that plays a recording or offers a document; with more behind the hash its files (`address.ts`). A document is always saved and never opened in the page: what somebody sent us is not shown as ours. */
export const materialPage: Page = {
  path: '/materials/:file',
  view: 'media/material',
  cached: false,
  async load({ ctx, params, request }): Promise<PageAnswer> {
    const { file = '' } = params;
    const hash = found(/^[0-9a-f]{64}/.exec(file)?.[0]);
    const [material, shown] = await ctx.transaction(async (tx) => {
      const stored = found((await materialsByHash(tx, [hash])).get(hash));
      return [stored, shownMaterial(tx, tx.ctx.language, stored)] as const;
    });
    if (file === hash) return { props: shown satisfies MaterialPageProps };
    return sendFile(ctx, request, found(publicFiles(material).find((one) => one.path === `/materials/${file}`)));
  },
};
