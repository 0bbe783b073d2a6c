import type { Tx } from '#platform/transaction';

/** A film that goes with a story, told before its bytes. */
export interface Film {
  readonly id: string;
  readonly storyId: string;
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number | null;
  readonly sentBy: string;
  readonly toldAt: Date;
  readonly materialId: string | null;
  readonly refusal: string | null;
  readonly refusalDetail: Record<string, unknown> | null;
}

const columns = `id, story_id as "storyId", name, bytes::float8 as bytes, seconds, sent_by as "sentBy", told_at as "toldAt", material_id as "materialId",
  refusal, refusal_detail as "refusalDetail"`;

/** By which the upload of a film says what it is. */
export const fingerprintOf = (filmId: string): string => `film:${filmId}`;
/** The film that a fingerprint names; undefined for anything else that is sent. */
export const filmIn = (fingerprint: string): string | undefined => /^film:([0-9a-f-]{36})$/.exec(fingerprint)?.[1];

/** The films of a story in the order in which they were told. */
export const filmsOf = (tx: Tx, storyId: string): Promise<Film[]> =>
  tx.named<Film>(
    'newsroom.films',
    `select ${columns} from newsroom.films where county_id = $1 and story_id = $2 order by told_at, id`,
    [tx.countyId, storyId],
  );

/** The film with this id, or undefined. */
export async function filmById(tx: Tx, id: string): Promise<Film | undefined> {
  const [row] = await tx.named<Film>(
    'newsroom.film',
    `select ${columns} from newsroom.films where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}
