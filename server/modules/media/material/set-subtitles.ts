import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { sha256 } from '#platform/canonical';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { loosen, tighten } from '../consent/loose-forms.ts';
import { materialChanged } from '../events.ts';
import { thingOf } from '../permissions.ts';
import { checkSubtitles } from './check-subtitles.ts';
import { materialById, materialForUpdate } from './material-queries.ts';
import type { Material } from './material-queries.ts';

/** Gives a recording its subtitles in one language (WebVTT or SRT); those it had go. Not to be called inside a transaction: it writes a file. Refuses: SubtitlesUnreadable (422), NotFound (404) for a document. */
export async function setSubtitles(
  ctx: Ctx,
  actor: Actor,
  id: string,
  { language, text }: { language: 'zh-CN' | 'en'; text: string },
): Promise<Material> {
  await ctx.transaction(async (tx) => {
    const material = await materialById(tx, id);
    must(tx, actor, 'material.change', thingOf(material));
    if (material.kind === 'document') refuse('NotFound');
  });
  const checked = checkSubtitles(text);
  const bytes = Buffer.from(checked.text);
  // Loose until they are the recording's: it may be removed meanwhile.
  await ctx.transaction((tx) => loosen(tx, sha256(bytes)));
  const fileHash = await ctx.app.files.put(ctx.county.id, bytes);
  return ctx.transaction(async (tx) => {
    const material = await materialForUpdate(tx, id);
    const before = material.subtitles.find((one) => one.language === language);
    if (before) await loosen(tx, before.fileHash);
    await tighten(tx, [fileHash]);
    await tx.named(
      'media.set-subtitles',
      `insert into media.subtitles (county_id, material_id, language, file_hash, bytes, cues, stored_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (county_id, material_id, language) do update set file_hash = $4, bytes = $5, cues = $6, stored_at = $7`,
      [tx.countyId, id, language, fileHash, bytes.length, checked.cues, tx.at],
    );
    await emit(tx, materialChanged, actor, { materialId: id, hash: material.hash });
    await audit(tx, actor, {
      act: 'material.subtitle',
      noun: 'material',
      subjectId: id,
      placeId: material.placeId,
      detail: { count: checked.cues },
    });
    return materialById(tx, id);
  });
}
