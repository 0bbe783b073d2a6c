import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { consentsColumn } from '../consent/consent-state.ts';
import type { MaterialKind, MaterialState } from '../contract.ts';
import { saidColumns } from '../library/said.ts';
import type { Said } from '../library/said.ts';

/** Sound, video or a document in the library. Its words are what it was stored with; a text that shows it has words of its own. */
export interface Material extends Said {
  readonly id: string;
  readonly hash: string;
  readonly kind: MaterialKind;
  readonly state: MaterialState;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly transcript: string;
  /** Of a film: the hash of the one in which what is to be seen is spoken. */
  readonly describedBy: string | null;
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
  /** What the file says of itself, as `recordingSaid` tells it; empty: nothing. */
  readonly said: string;
}

/** Words that are shown under a video or beside a sound. */
export interface Subtitle {
  readonly language: 'zh-CN' | 'en';
  readonly fileHash: string;
  readonly bytes: number;
  readonly cues: number;
}

/** The columns of a Material, in a query whose first value is the county. */
export const materialColumns = `id, hash, kind, state, name, media_type as "mediaType", bytes::float8 as bytes, transcript, described_hash as "describedBy", ${saidColumns}, ${consentsColumn} as consents, duration_milliseconds as "durationMilliseconds", width, height, peaks, progress, tries,
  problem, problem_detail as "problemDetail",
  coalesce((select json_agg(json_build_object('name', f.part, 'fileHash', f.file_hash, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height, 'said', f.said) order by f.part)
    from media.material_files f where f.county_id = materials.county_id and f.material_id = materials.id), '[]') as files,
  coalesce((select json_agg(json_build_object('language', s.language, 'fileHash', s.file_hash, 'bytes', s.bytes, 'cues', s.cues) order by s.language desc)
    from media.subtitles s where s.county_id = materials.county_id and s.material_id = materials.id), '[]') as subtitles`;

/** The material. Refuses: NotFound (404). */
export async function materialById(tx: Tx, id: string): Promise<Material> {
  const [row] = await tx.named<Material>(
    'media.material',
    `select ${materialColumns} from media.materials where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The material, locked for a change. Refuses: NotFound (404). */
export const materialForUpdate = async (tx: Tx, id: string): Promise<Material> => found(await materialIfThere(tx, id));

/** The material, locked for a change; undefined once it is removed. */
export async function materialIfThere(tx: Tx, id: string): Promise<Material | undefined> {
  const [row] = await tx.named<Material>(
    'media.material-for-update',
    `select ${materialColumns} from media.materials where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return row;
}

/** The material with this hash, locked for a change. Refuses: NotFound (404). */
export async function materialByHashForUpdate(tx: Tx, hash: string): Promise<Material> {
  const [row] = await tx.named<Material>(
    'media.material-by-hash-for-update',
    `select ${materialColumns} from media.materials where county_id = $1 and hash = $2 for update`,
    [tx.countyId, hash],
  );
  return found(row);
}

/** The materials of the county among these hashes, by hash. */
export async function materialsByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Material>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<Material>(
    'media.materials',
    `select ${materialColumns} from media.materials where county_id = $1 and hash = any($2)`,
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

/** The materials of the county with these ids, by id. */
export async function materialsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Material>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<Material>(
    'media.materials-by-id',
    `select ${materialColumns} from media.materials where county_id = $1 and id = any($2::uuid[])`,
    [tx.countyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
