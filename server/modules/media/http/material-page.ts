import type { Page, PageAnswer } from '#platform/page';
import { found } from '#platform/refuse';
import { publicFiles } from '../material/address.ts';
import { materialsByHash } from '../material/material-queries.ts';
import type { Material } from '../material/material-queries.ts';
import { pageRecording } from '../material/page-recording.ts';
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
    const material = found((await ctx.transaction((tx) => materialsByHash(tx, [hash]))).get(hash));
    if (file === hash) return { props: propsOf(material) };
    return sendFile(ctx, request, found(publicFiles(material).find((one) => one.path === `/materials/${file}`)));
  },
};

function propsOf(material: Material): MaterialPageProps {
  const { title, caption, credit, transcript, kind, name, bytes } = material;
  return {
    title: title || name,
    caption,
    credit,
    transcript: transcript.split(/\n+/).filter((line) => line.trim() !== ''),
    recording: pageRecording(material),
    document: kind === 'document' ? { href: publicFiles(material)[0]?.path ?? '', name, bytes } : null,
  };
}
