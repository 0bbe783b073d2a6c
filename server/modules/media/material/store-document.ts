import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#platform/actor';
import { sha256 } from '#platform/canonical';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { documentBytes } from '../upload/limits.ts';
import { inWorkFolder } from '../work-folder.ts';
import { kindOfFile } from './kind-of-file.ts';
import { storeMaterial } from './store-material.ts';

/** Keeps a document that is in memory already, such as one that came with a letter; the same bytes again are the same material. Not to be called inside a transaction: it writes files. Answers its id. Refuses: UnsupportedMediaType (415) for what is no document by its bytes, DocumentWithMacros (422), TooLarge (413), DiskFull (507). */
export async function storeDocument(
  ctx: Ctx,
  actor: Actor,
  { bytes, name, placeId }: { readonly bytes: Buffer; readonly name: string; readonly placeId: string | null },
): Promise<string> {
  if (bytes.length > documentBytes) refuse('TooLarge');
  return inWorkFolder(ctx, `document-${sha256(bytes)}`, async (folder) => {
    const path = join(folder, 'sent');
    await writeFile(path, bytes);
    const kind = await kindOfFile(path);
    if (kind.kind !== 'document') return refuse('UnsupportedMediaType');
    const sent = { path, kind, name, bytes: bytes.length, caption: '', credit: '', placeId };
    return (await storeMaterial(ctx, actor, sent)).subject;
  });
}
