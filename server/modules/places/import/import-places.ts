import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { addPlaces } from '../add-places.ts';
import { placesImported } from '../events.ts';
import { treeForUpdate } from '../place-queries.ts';
import { readPlaces } from './read-places.ts';

/** What a list was made from, and of which day that is. */
export interface ListSource {
  readonly name: string;
  readonly asOf: string;
}

/** Imports the text of a file, or only says what it would do. Returns the exit code. */
export function importPlaces(
  ctx: Ctx,
  text: string,
  { preview = false, source, say }: { preview?: boolean; source?: ListSource; say: (line: string) => void },
): Promise<number> {
  return ctx.transaction(async (tx) => {
    const tree = await treeForUpdate(tx);
    const { places, problems } = readPlaces(ctx.county, tree, text);
    for (const problem of problems.slice(0, 50))
      say(`第 ${problem.line} 行：${problem.zh}。 · Line ${problem.line}: ${problem.en}.`);
    if (problems.length > 0) {
      say(`${problems.length} 处要改，什么都没有导入。 · ${problems.length} to put right; nothing was imported.`);
      return 1;
    }
    if (preview) {
      for (const place of places)
        say(`${place.code ?? place.localCode}  ${place.name['zh-CN'] ?? ''}  ${place.name.en ?? ''}  (${place.level})`);
      say(`可以导入 ${places.length} 个地方。 · ${places.length} places can be imported.`);
      return 0;
    }
    const after = await addPlaces(tx, places);
    const by = systemActor('places-import');
    const root = found(after.root);
    await audit(tx, by, {
      act: 'place.import',
      noun: 'place',
      subjectId: root.id,
      placeId: root.id,
      detail: { count: places.length, ...(source ? { source: source.name, asOf: source.asOf } : {}) },
    });
    await emit(tx, placesImported, by, { placeId: root.id, count: places.length, revision: after.revision });
    say(
      `已导入 ${places.length} 个地方，共 ${after.places.length} 个。 · Imported ${places.length} places; there are ${after.places.length} now.`,
    );
    if (source) say(ofWhichDay(source));
    return 0;
  });
}

const ofWhichDay = ({ name, asOf }: ListSource): string =>
  `名单来自 ${name}，是 ${asOf} 的，以后的变化请自己改；村居的编号是统计用的 · The list is of ${name}, as things were on ${asOf}: enter later changes yourself. Codes of villages are those of the statistics`;
