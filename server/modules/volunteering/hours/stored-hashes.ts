import type { RowHash } from '#platform/check-chain';
import { canonicalJson, sha256 } from '#platform/canonical';
import { readAhead } from '#platform/read-ahead';
import type { Tx } from '#platform/transaction';
import { certificateRowHash } from '../certificate/issue-certificate.ts';
import { signatureRowHash } from './countersign-hours.ts';

const rowsAtOnce = 10_000;
const zeroId = '00000000-0000-0000-0000-000000000000';

/** Ids and hashes of the ledger's rows, made anew from what stands in them, in order of their ids, which is about that of sealing: entries, second signatures, certificates. */
export async function* hashesInOrder(tx: Tx): AsyncGenerator<readonly RowHash[], undefined> {
  const form = new HourForm(tx.ctx.county.ledgerNumber);
  for await (const lines of readAhead((last?: string) => hoursAfter(tx, last?.split(fieldEnd, 1)[0] ?? zeroId)))
    yield lines.map((line) => form.hashed(line));
  yield* signatures(tx);
  yield* certificates(tx);
  return undefined;
}

// Neither stands in a row's texts: those are sent in JSON form, which escapes them.
const fieldEnd = '\u001f';
const lineEnd = '\u001e';

// One text for many rows: the driver has then a message to read, not ten thousand of eighteen columns. Times as milliseconds since 1970.
async function hoursAfter(tx: Tx, id: string): Promise<readonly string[] | null> {
  const [row] = await tx.named<{ lines: string | null }>(
    'volunteering.hours-to-verify',
    `select string_agg(concat_ws(E'\\x1f', h.id, h.person_id, h.kind, h.minutes, h.order_id, h.visit_id, h.service_id, h.service_version, h.place_id, h.entry, h.evidence,
        coalesce(h.reverses::text, ''), coalesce(to_json(h.reason)::text, ''), h.recorded_by, (date_part('epoch', h.happened_at) * 1000)::int8, (date_part('epoch', h.entered_at) * 1000)::int8, coalesce(h.unit_id::text, '')), E'\\x1e' order by h.id) as lines
       from (select * from volunteering.hours where county_id = $1 and id > $2 order by id limit ${rowsAtOnce}) h`,
    [tx.countyId, id],
  );
  return row?.lines?.split(lineEnd) ?? null;
}

/** Writes an entry's RFC 8785 form from its line: the same bytes as `hourRowHash` hashes, without making an object of each row first. */
class HourForm {
  readonly #ledgerNumber: number;
  // Few hands record much.
  readonly #actors = new Map<string, string>();
  constructor(ledgerNumber: number) {
    this.#ledgerNumber = ledgerNumber;
  }
  hashed(line: string): RowHash {
    const [
      id = '',
      person = '',
      kind = '',
      minutes = '',
      order = '',
      visit = '',
      service = '',
      version = '',
      place = '',
      entry = '',
      evidence = '',
      reverses = '',
      reason = '',
      by = '',
      happened = '',
      entered = '',
      unit = '',
    ] = line.split(fieldEnd);
    const happenedAt = new Date(Number(happened)).toISOString();
    const enteredAt = new Date(Number(entered)).toISOString();
    const why = reason === '' ? 'null' : JSON.stringify(JSON.parse(reason));
    const reversed = reverses === '' ? 'null' : `"${reverses}"`;
    const unitId = unit === '' ? '' : `"unitId":"${unit}",`;
    const form = `{"county":${this.#ledgerNumber},"enteredAt":"${enteredAt}","entry":${entry},"evidence":"${evidence}","happenedAt":"${happenedAt}","id":"${id}","kind":"${kind}","minutes":${minutes},"orderId":"${order}","personId":"${person}","placeId":"${place}","reason":${why},"recordedBy":${this.#actor(by)},"reverses":${reversed},"serviceId":"${service}","serviceVersion":${version},${unitId}"visitId":"${visit}"}`;
    return [id, sha256(form)];
  }
  #actor(text: string): string {
    const known = this.#actors.get(text);
    if (known !== undefined) return known;
    if (this.#actors.size > 10_000) this.#actors.clear();
    const form = canonicalJson(JSON.parse(text));
    this.#actors.set(text, form);
    return form;
  }
}

async function* signatures(tx: Tx): AsyncGenerator<readonly RowHash[], undefined> {
  let after = zeroId;
  for (;;) {
    const rows = await tx.named<{ id: string; hourId: string; signedBy: string; signedAt: Date }>(
      'volunteering.hour-signatures-to-verify',
      `select id, hour_id as "hourId", signed_by as "signedBy", signed_at as "signedAt" from volunteering.hour_signatures where county_id = $1 and id > $2 order by id limit ${rowsAtOnce}`,
      [tx.countyId, after],
    );
    const last = rows.at(-1);
    if (!last) return undefined;
    after = last.id;
    yield rows.map((row): RowHash => [
      row.id,
      signatureRowHash({ ...row, county: tx.ctx.county.ledgerNumber, signedAt: row.signedAt.toISOString() }),
    ]);
  }
}

async function* certificates(tx: Tx): AsyncGenerator<readonly RowHash[], undefined> {
  let after = zeroId;
  for (;;) {
    const rows = await tx.named<{ id: string; number: string; facts: unknown; from: string; until: string }>(
      'volunteering.certificates-to-verify',
      `select id, number, facts, to_char(from_on, 'YYYY-MM-DD') as "from", to_char(until_on, 'YYYY-MM-DD') as until from volunteering.certificates where county_id = $1 and id > $2 order by id limit 1000`,
      [tx.countyId, after],
    );
    const last = rows.at(-1);
    if (!last) return undefined;
    after = last.id;
    yield rows.map((row): RowHash => [row.id, certificateRowHash({ ...row, county: tx.ctx.county.ledgerNumber })]);
  }
}
