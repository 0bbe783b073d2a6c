import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { MaterialKind, MaterialState } from '../contract.ts';

/** Sound, video or a document in the library. Its words are what it was stored with; a text that shows it has words of its own. */
export interface Material {
  readonly id: string;
  readonly hash: string;
  readonly kind: MaterialKind;
  readonly state: MaterialState;
  readonly version: number;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly title: string;
  readonly caption: string;
  readonly credit: string;
  readonly transcript: string;
  readonly placeId: string | null;
  readonly storedBy: string | null;
  readonly madeAt: Date;
  readonly durationMilliseconds: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly peaks: readonly number[];
  readonly progress: number;
  readonly tries: number;
  readonly problem: string | null;
  readonly problemDetail: Record<string, unknown> | null;
  /** What browsers play, and the picture that stands for a video. */
  readonly files: readonly MaterialFile[];
  readonly subtitles: readonly Subtitle[];
}

/** A file that was made of a material. */
export interface MaterialFile {
  readonly name: '1080p' | '480p' | 'audio' | 'poster';
  readonly fileHash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** Words that are shown under a video or beside a sound. */
export interface Subtitle {
  readonly language: 'zh-CN' | 'en';
  readonly fileHash: string;
  readonly bytes: number;
  readonly cues: number;
}

const columns = `id, hash, kind, state, version, name, media_type as "mediaType", bytes::float8 as bytes, title, caption, credit, transcript,
  place_id as "placeId", stored_by as "storedBy", made_at as "madeAt", duration_milliseconds as "durationMilliseconds", width, height, peaks, progress, tries,
  problem, problem_detail as "problemDetail",
  coalesce((select json_agg(json_build_object('name', f.part, 'fileHash', f.file_hash, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) order by f.part)
    from media.material_files f where f.county_id = materials.county_id and f.material_id = materials.id), '[]') as files,
  coalesce((select json_agg(json_build_object('language', s.language, 'fileHash', s.file_hash, 'bytes', s.bytes, 'cues', s.cues) order by s.language desc)
    from media.subtitles s where s.county_id = materials.county_id and s.material_id = materials.id), '[]') as subtitles`;

/** The material. Refuses: NotFound (404). */
export async function materialById(tx: Tx, id: string): Promise<Material> {
  const [row] = await tx.named<Material>(
    'media.material',
    `select ${columns} from media.materials where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The material, locked for a change. Refuses: NotFound (404). */
export async function materialForUpdate(tx: Tx, id: string): Promise<Material> {
  const [row] = await tx.named<Material>(
    'media.material-for-update',
    `select ${columns} from media.materials where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The materials of the county among these hashes, by hash. */
export async function materialsByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Material>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<Material>(
    'media.materials',
    `select ${columns} from media.materials where county_id = $1 and hash = any($2)`,
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

/** Materials by when they were stored; `search` in their words and file names. Null: whatever it is. */
export const materialList = (
  tx: Tx,
  wanted: {
    search: string | null;
    kind: MaterialKind | null;
    within: readonly [number, number] | null;
    sort: 'newest' | 'oldest';
    after: { at: Date; id: string } | null;
    limit: number;
  },
): Promise<Material[]> => {
  const [past, direction] = wanted.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  return tx.named<Material>(
    `media.material-list-${wanted.sort}`,
    `select ${columns} from media.materials where county_id = $1
       and ($2::text is null or strpos(lower(title || ' ' || name || ' ' || caption || ' ' || credit), lower($2)) > 0) and ($3::text is null or kind = $3)
       and ($4::int is null or place_id = any(array(select p.id from places.places p where p.county_id = $1 and p.lo between $4 and $5)))
       and ($6::timestamptz is null or (made_at, id) ${past} ($6, $7)) order by made_at ${direction}, id ${direction} limit $8`,
    [
      tx.countyId,
      wanted.search,
      wanted.kind,
      wanted.within?.[0] ?? null,
      wanted.within?.[1] ?? null,
      wanted.after?.at ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
    ],
  );
};
