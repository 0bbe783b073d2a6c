import type { Actor } from '#platform/actor';
import { may, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import type { PicturesChange, PicturesChangeView } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import { changed } from '../library/said.ts';
import { applyChange, differingFields } from './change-picture.ts';
import { pictureColumns } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';

type Row = PicturesChangeView['rows'][number];

/** Makes the same change of many pictures, each as if it were changed alone: what cannot be changed is said in its row and holds up no other. With `preview` nothing is written. Refuses: NotFound (404) for a place that is not there. */
export async function changePictures(ctx: Ctx, actor: Actor, request: PicturesChange): Promise<PicturesChangeView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'picture.change');
    const { placeId } = request.change;
    const mayPlace = !placeId || may(tx, actor, 'picture.store', { placeId: placeOrRefuse(tx, placeId).id });
    const stored = await locked(tx, request);
    const rows: Row[] = [];
    for (const { hash, version } of request.pictures) {
      const picture = stored.get(hash);
      const code = refusalOf(tx, actor, picture, version, mayPlace);
      rows.push(code || !picture ? refused(hash, code ?? 'NotFound') : await changeOne(tx, actor, picture, request));
    }
    return { rows };
  });
}

// By hash: two who change the same pictures at once do not wait for each other in a circle.
async function locked(tx: Tx, { pictures, preview }: PicturesChange): Promise<Map<string, Picture>> {
  const rows = await tx.named<Picture>(
    `media.pictures-to-change${preview ? '-seen' : ''}`,
    `select ${pictureColumns} from media.pictures where county_id = $1 and hash = any($2) order by hash ${preview ? '' : 'for update'}`,
    [tx.countyId, pictures.map((one) => one.hash)],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

function refusalOf(
  tx: Tx,
  actor: Actor,
  picture: Picture | undefined,
  version: number,
  mayPlace: boolean,
): string | null {
  if (!picture) return 'NotFound';
  if (!mayPlace || !may(tx, actor, 'picture.change', thingOf(picture))) return 'Forbidden';
  return picture.version === version ? null : 'StaleVersion';
}

const refused = (hash: string, code: string): Row => ({ hash, outcome: 'refused', fields: [], code });

async function changeOne(tx: Tx, actor: Actor, picture: Picture, { change, preview }: PicturesChange): Promise<Row> {
  const { addKeywords = [], removeKeywords = [], ...given } = change;
  const keywords = [...new Set([...picture.keywords, ...addKeywords])].filter((one) => !removeKeywords.includes(one));
  if (keywords.length > 30) return refused(picture.hash, 'TooManyKeywords');
  const wanted = { ...given, keywords };
  const fields = differingFields(picture, changed(picture, wanted));
  if (fields.length > 0 && !preview) await applyChange(tx, actor, picture, wanted);
  return { hash: picture.hash, outcome: fields.length > 0 ? 'changed' : 'same', fields, code: null };
}
