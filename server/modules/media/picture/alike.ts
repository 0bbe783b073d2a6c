import type { Tx } from '#platform/transaction';
import { pictureColumns } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';

/** In how many of 64 bits two pictures may differ and still look alike: the same one smaller, brighter, encoded anew or with a mark in a corner. Measured on the 64 pictures of the demonstration, different ones differ in 18 at least. */
const alikeBits = 8;

/** Pictures of the library that look like this one, the likest first, five at most. Reads every picture of the county. */
export const picturesAlike = (tx: Tx, hash: string): Promise<Picture[]> =>
  tx.named<Picture>(
    'media.alike',
    `select ${pictureColumns} from (select *, bit_count((looks # (select looks from media.pictures where county_id = $1 and hash = $2 and looks <> 0))::bit(64)) as differing
       from media.pictures where county_id = $1 and looks <> 0 and hash <> $2) p where differing <= $3 order by differing, made_at desc, hash limit 5`,
    [tx.countyId, hash, alikeBits],
  );
