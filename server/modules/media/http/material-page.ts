import type { FastifyRequest } from 'fastify';
import type { Page, PageAnswer } from '#platform/page';
import { maySomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { publicFiles } from '../material/address.ts';
import { materialsByHash } from '../material/material-queries.ts';
import { shownMaterial } from '../material/recordings-in.ts';
import type { MaterialPageProps } from '../page-contract.ts';
import { isMaterialPublic } from '../use/is-material-public.ts';
import { sendFile } from './send-file.ts';

/** `/materials/<hash>`: a page that plays a recording or offers a document; with more behind the hash its files (`address.ts`). A document is always saved and never opened in the page: what somebody sent us is not shown as ours. What no edition has shown is for whoever may look through the library. */
export const materialPage: Page = {
  path: '/materials/:file',
  view: 'media/material',
  cached: false,
  async load({ ctx, params, request }): Promise<PageAnswer> {
    const { file = '' } = params;
    const hash = found(/^[0-9a-f]{64}/.exec(file)?.[0]);
    const { material, shown, isPublic } = await ctx.transaction(async (tx) => {
      const stored = found((await materialsByHash(tx, [hash])).get(hash));
      return {
        material: stored,
        shown: shownMaterial(tx, tx.ctx.tag, stored),
        isPublic: await isMaterialPublic(tx, hash),
      };
    });
    if (!isPublic) await mustWorkHere(ctx, request);
    if (file === hash) return { props: shown satisfies MaterialPageProps };
    const sent = found(publicFiles(material).find((one) => one.path === `/materials/${file}`));
    return sendFile(ctx, request, { ...sent, isPublic });
  },
};

// What nobody has published is for whoever may look through the library; to everybody else it is not there.
async function mustWorkHere(ctx: Ctx, request: FastifyRequest): Promise<void> {
  const actor = await ctx.app.authenticate(ctx, request);
  const may = await ctx.transaction((tx) => Promise.resolve(maySomewhere(tx, actor, 'material.list')));
  if (!may) refuse('NotFound');
}
