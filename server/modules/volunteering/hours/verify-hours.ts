import { checkHeads } from '#platform/check-heads';
import type { HeadFault } from '#platform/check-heads';
import { chainStart, nextLink, sealWaitingRows } from '#platform/seals';
import type { Command } from '#platform/manifest';
import type { Ctx, Tx } from '#platform/transaction';
import { hourRowHash } from './record-hours.ts';
import type { HashedHour } from './record-hours.ts';

/** What is wrong with the ledger of hours, and where. */
export interface HourFault {
  readonly seq: number;
  readonly hourId: string;
  readonly kind: 'row-changed' | 'row-missing' | 'link-broken' | 'order-broken' | 'not-sealed' | HeadFault['kind'];
}

interface Link {
  seq: number;
  hourId: string;
  rowHash: string;
  chainHash: string;
}
interface StoredHour extends Omit<HashedHour, 'happenedAt' | 'enteredAt' | 'county'> {
  happenedAt: Date;
  enteredAt: Date;
}

/** Checks every entry of the ledger against its hash, and every link of the chain "hours". Any changed byte, missing, moved or unsealed entry shows, and so does a chain that its signed heads do not fit. */
export async function verifyHours(ctx: Ctx): Promise<{ rows: number; heads: number; faults: HourFault[] }> {
  return ctx.transaction(async (tx) => {
    const links = await tx.named<Link>(
      'volunteering.hour-links',
      `select seq, row_id as "hourId", row_hash as "rowHash", chain_hash as "chainHash" from platform.seals where county_id = $1 and chain = 'hours' order by seq`,
      [tx.countyId],
    );
    const hashes = await storedHashes(tx);
    const faults: HourFault[] = [];
    let previous = chainStart;
    for (const [at, link] of links.entries()) {
      const stored = hashes.get(link.hourId);
      if (link.seq !== at + 1) faults.push({ seq: link.seq, hourId: link.hourId, kind: 'order-broken' });
      if (nextLink(previous, link.rowHash) !== link.chainHash)
        faults.push({ seq: link.seq, hourId: link.hourId, kind: 'link-broken' });
      if (stored === undefined) faults.push({ seq: link.seq, hourId: link.hourId, kind: 'row-missing' });
      else if (stored !== link.rowHash) faults.push({ seq: link.seq, hourId: link.hourId, kind: 'row-changed' });
      previous = link.chainHash;
      hashes.delete(link.hourId);
    }
    for (const hourId of hashes.keys()) faults.push({ seq: 0, hourId, kind: 'not-sealed' });
    const heads = await checkHeads(tx, 'hours', new Map(links.map((link) => [link.seq, link.chainHash])));
    faults.push(...heads.faults.map((fault) => ({ ...fault, hourId: '' })));
    return { rows: links.length, heads: heads.count, faults };
  });
}

/** The entries' hashes, made anew from what stands in the rows. */
async function storedHashes(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.named<StoredHour>(
    'volunteering.hours-to-verify',
    `select id, person_id as "personId", kind, minutes, order_id as "orderId", visit_id as "visitId", service_id as "serviceId", service_version as "serviceVersion", place_id as "placeId", entry, evidence, reverses, reason,
       recorded_by as "recordedBy", happened_at as "happenedAt", entered_at as "enteredAt" from volunteering.hours where county_id = $1`,
    [tx.countyId],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      hourRowHash({
        ...row,
        county: tx.countyId,
        happenedAt: row.happenedAt.toISOString(),
        enteredAt: row.enteredAt.toISOString(),
      }),
    ]),
  );
}

const words: Readonly<Record<HourFault['kind'], string>> = {
  'row-changed': '这条记录被改过 · this entry was changed',
  'row-missing': '这条记录不见了 · this entry is gone',
  'link-broken': '链断了 · the link is broken',
  'order-broken': '次序不对 · out of order',
  'not-sealed': '没有封存 · not sealed',
  'head-differs': '与签过的链头不符 · differs from a signed head',
  'head-signature': '链头的签名不对 · a head’s signature does not hold',
};

/** `cli hours verify`: checks the county's ledger of hours. */
export const hoursVerify: Command = {
  name: 'hours verify',
  summary: '核对服务时长的账，一个字节也不能变 · Check the ledger of hours, byte by byte',
  usage: 'hours verify [--county=<slug>]',
  async run({ inCounty, say }) {
    await inCounty((ctx) => sealWaitingRows(ctx));
    const { rows, heads, faults } = await inCounty((ctx) => verifyHours(ctx));
    say(`服务时长 · hours: ${rows} 条 entries, ${heads} 个签名链头 signed heads`);
    for (const fault of faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.hourId} ${words[fault.kind]}`);
    say(faults.length === 0 ? '✓ 全部相符 · all of it holds' : `✗ ${faults.length} 处不符 · places do not hold`);
    return faults.length === 0 ? 0 : 1;
  },
};
