import { gzipSync } from 'node:zlib';
import { compactJws } from '#platform/compact-jws';
import { addressOf } from '#platform/county-address';
import { countyKeys } from '#platform/key-rotation';
import type { Tx } from '#platform/transaction';
import { listHolds } from './hours-mark.ts';

/** What was revoked, as a signed list of bits (W3C Bitstring Status List 1.0, as VC-JWT): whoever checks a certificate fetches the whole, so that nobody learns which one they check. `replaced` says which number took the place of which bit's. Only reads; undefined while the county has no key, or beyond the last list. */
export async function statusList(tx: Tx, list: number): Promise<string | undefined> {
  const key = await tx.ctx.app.keys.heldKey(tx, 'county');
  if (!key || (await countyKeys(tx, 'county')).keys.length === 0) return undefined;
  const first = list * listHolds;
  const rows = await tx.named<{ index: number; replacedBy: string | null }>(
    'volunteering.revoked-certificates',
    `select c.status_index as index, (select n.number from volunteering.certificates n where n.county_id = c.county_id and n.replaces = c.id) as "replacedBy"
       from volunteering.certificate_revocations r join volunteering.certificates c on c.county_id = r.county_id and c.id = r.certificate_id
      where r.county_id = $1 and c.status_index >= $2 and c.status_index < $3 order by c.status_index`,
    [tx.countyId, first, first + listHolds],
  );
  const bits = new Uint8Array(listHolds / 8);
  for (const { index } of rows) setBit(bits, index - first);
  const address = addressOf(tx.ctx);
  const id = `${address}/certificates/status/${list}`;
  return compactJws(key, {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: address,
    iss: address,
    validFrom: tx.at.toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
    replaced: Object.fromEntries(
      rows.flatMap(({ index, replacedBy }) => (replacedBy ? [[String(index), replacedBy]] : [])),
    ),
  });
}

// The first bit is the highest of the first byte.
function setBit(bits: Uint8Array, at: number): void {
  const byte = at >> 3;
  bits[byte] = (bits[byte] ?? 0) | (0x80 >> (at & 7));
}
