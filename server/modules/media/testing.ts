import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';

/** A picture in the library, without its bytes: for tests that need a row. Answers its hash. */
export async function addTestPicture(tx: Tx, placeId: string): Promise<string> {
  const hash = sha256(newId<'picture'>());
  await tx.named(
    'testing.add-picture',
    `insert into media.pictures (county_id, hash, width, height, bytes, alt, caption, credit, place_id, made_at) values ($1, $2, 600, 400, 1000, '桥', '', '', $3, $4)`,
    [tx.countyId, hash, placeId, tx.at],
  );
  return hash;
}
