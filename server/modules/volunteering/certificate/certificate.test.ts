import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { compactVerify, createLocalJWKSet } from 'jose';
import { buildServer } from '#platform/http/server';
import { ownerClient } from '#testing';
import { certificateView } from '../contract.ts';
import { openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';
import { verifyHours } from '../hours/verify-hours.ts';
import { statusList } from './status-list.ts';

type Row = Record<string, unknown> & { id: string };
const span = { from: '2026-03-01', until: '2026-03-31' };

/** One entry of 50 minutes, confirmed through the station. */
async function recorded(desk: OrderDesk): Promise<void> {
  const id = await desk.visited();
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
}

/** What a program that knows nothing of ours reads in a JWS, by the county's public key alone. */
async function readJws(desk: OrderDesk, jws: string): Promise<Record<string, unknown>> {
  const keys = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ id: string; key: string }>(
        'test.keys',
        'select id, public_key as key from platform.signing_keys where county_id = $1',
        [tx.countyId],
      ),
    ),
  );
  const set = createLocalJWKSet({
    keys: keys.map(({ id, key }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      kid: id,
      x: Buffer.from(key, 'base64').subarray(-32).toString('base64url'),
    })),
  });
  const { payload } = await compactVerify(jws, set);
  return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
}

const revokedBits = async (desk: OrderDesk): Promise<{ bits: Buffer; replaced: unknown }> => {
  const jws = await desk.county.inCounty((ctx) => ctx.transaction((tx) => statusList(tx, 0)));
  const list = await readJws(desk, jws ?? '');
  const { encodedList } = list['credentialSubject'] as { encodedList: string };
  return { bits: gunzipSync(Buffer.from(encodedList.slice(1), 'base64url')), replaced: list['replaced'] };
};

test('whoever asked for a certificate withdraws it and asks anew, for other days', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await recorded(desk);
  county.clock.set('2026-03-09T01:00:00.000Z');
  const own = county.as('volunteer');
  const ask = (days: object) => own.post('/certificate-requests', { unitId: desk.stationId, ...days });
  const asked = await desk.done(ask({ from: '2026-03-01', until: '2026-03-04' }));
  const path = `/certificate-requests/${String(asked.body['id'])}`;
  assert.deepEqual(asked.body['abilities'], ['certificate.ask']);
  const unit = async () => ((await own.get('/recording-units')).body['items'] as Row[])[0];
  assert.equal((await unit())?.['requestId'], asked.body['id']);
  assert.deepEqual((await desk.done(own.delete(path))).body['items'], []);
  assert.equal((await unit())?.['asked'], false);
  assert.deepEqual(refused(await own.delete(path)), [409, 'RequestWithdrawn']);
  const late = await county.as('station-keeper').post(`${path}/certificates`, {});
  assert.deepEqual(refused(late), [409, 'RequestWithdrawn']);
  await desk.done(ask(span));
});

test('the unit that recorded certifies, and nobody else; the paper, the mark and the credential say the same', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const ask = (as: 'volunteer' | 'volunteer-1-2' | 'coordinator', more: Record<string, unknown> = {}) =>
    county.as(as).post('/certificate-requests', { unitId: desk.stationId, ...span, ...more });
  assert.deepEqual(refused(await ask('volunteer')), [422, 'NothingToCertify']);
  await recorded(desk);
  assert.deepEqual(refused(await ask('volunteer-1-2')), [422, 'NothingToCertify']);
  assert.deepEqual(refused(await ask('volunteer', { unitId: null })), [422, 'NothingToCertify']);
  county.clock.set('2026-03-09T01:00:00.000Z');
  const units = (await county.as('volunteer').get('/recording-units')).body['items'] as Row[];
  assert.deepEqual(
    units.map((one) => [(one['unit'] as Row).id, (one['sums'] as Row)['deviceTimed'], one['asked']]),
    [[desk.stationId, 50, false]],
  );
  const request = await desk.done(ask('volunteer'));
  assert.deepEqual(refused(await ask('volunteer')), [409, 'CertificateAsked']);
  const issue = (as: 'volunteer' | 'station-keeper' | 'auditor') =>
    county.as(as).post(`/certificate-requests/${String(request.body['id'])}/certificates`, {});
  assert.equal((await issue('volunteer')).status, 403);
  assert.deepEqual(refused(await issue('auditor')), [403, 'Forbidden']);
  const other = county.as('coordinator', { county: 2 });
  assert.equal((await other.post(`/certificate-requests/${String(request.body['id'])}/certificates`, {})).status, 404);
  const withdraw = (as: 'volunteer' | 'volunteer-1-2' | 'station-keeper') =>
    county.as(as).delete(`/certificate-requests/${String(request.body['id'])}`);
  assert.deepEqual(refused(await withdraw('station-keeper')), [403, 'Forbidden'], 'whoever asked withdraws');
  assert.equal((await withdraw('volunteer-1-2')).status, 404);
  const issued = await desk.done(issue('station-keeper'));
  assert.deepEqual(refused(await issue('station-keeper')), [409, 'AlreadyIssued']);
  assert.deepEqual(refused(await withdraw('volunteer')), [409, 'AlreadyIssued']);
  const { id, number, facts, mark } = issued.read(certificateView);
  assert.match(number, /-2026-000001$/);
  assert.deepEqual(facts.national, { matched: 0, of: 1 });
  assert.deepEqual(
    facts.services.map((one) => [one['on'], one['minutes'], one['evidence']]),
    [['2026-03-04', 50, 'device-timed']],
  );

  const claim = await readJws(desk, mark.split('#')[1] ?? '');
  assert.deepEqual(
    [claim['sub'], claim['vol'], claim['name'], claim['from'], claim['n'], claim['min'], claim['idx']],
    [number, facts.volunteerNumber, 'volunteer', span.from, 1, [0, 50, 0, 0], 0],
  );
  assert.ok(mark.length < 800, `${mark.length} letters fit a QR code`);

  const paper = await county.as('volunteer').get(`/certificates/${id}/paper?form=whole`);
  assert.equal(paper.status, 200, paper.text.slice(0, 300));
  assert.match(paper.text.slice(0, 8), /^%PDF-1\.7/);
  assert.equal((await county.as('volunteer-1-2').get(`/certificates/${id}/paper`)).status, 404);

  const badge = await county.as('volunteer').get(`/certificates/${id}/credential?form=total&named=false`);
  const credential = await readJws(desk, badge.text);
  assert.deepEqual(credential['type'], ['VerifiableCredential', 'OpenBadgeCredential']);
  const said = JSON.stringify(credential);
  for (const hidden of ['2026-03-04', '修水管', '"volunteer"', span.from])
    assert.ok(!said.includes(hidden), `the sum alone does not tell ${hidden}`);
  assert.ok(said.includes('0.83') && said.includes(facts.volunteerNumber));
  const whole = await readJws(desk, (await county.as('volunteer').get(`/certificates/${id}/credential`)).text);
  assert.ok(JSON.stringify(whole).includes('2026-03-04 修水管电灯 0.83 h'));

  await county.tick('platform.seal');
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 2, heads: 0, waiting: 0, faults: [] });
  await assert.rejects(
    county.inCounty((ctx) =>
      ctx.transaction((tx) => tx.client.query(`update volunteering.certificates set number = '1'`)),
    ),
    /permission denied/,
  );
  // Who holds the database can change it, and is seen.
  const owner = await ownerClient(county.database);
  await owner.query(`update volunteering.certificates set number = 'forged'`);
  await owner.end();
  assert.deepEqual(
    (await county.inCounty(verifyHours)).faults.map((fault) => fault.kind),
    ['row-changed'],
  );
});

test('hours put right make a certificate outdated; revoked it stands in the public list, and names what took its place', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await recorded(desk);
  const coordinator = county.as('coordinator');
  const request = await desk.done(
    county.as('volunteer').post('/certificate-requests', { unitId: desk.stationId, ...span }),
  );
  const first = await desk.done(
    county.as('station-keeper').post(`/certificate-requests/${String(request.body['id'])}/certificates`, {}),
  );
  assert.equal((await revokedBits(desk)).bits.length, 16_384);
  const [entry] = (await coordinator.get('/hours')).body['items'] as Row[];
  await desk.done(coordinator.post(`/hours/${entry?.id}/reversals`, { reason: '多记了', minutes: 40 }));
  const [waiting] = (await coordinator.get('/hours?waiting=true')).body['items'] as Row[];
  const list = async () => (await county.as('volunteer').get('/certificates?mine=true')).body['items'] as Row[];
  assert.deepEqual(
    (await list()).map((one) => [one['state'], one['outdated']]),
    [['valid', true]],
  );
  const revoke = (as: 'coordinator' | 'station-keeper', again: boolean) =>
    county.as(as).post(`/certificates/${String(first.body['id'])}/revocations`, { reason: 'hours-amended', again });
  assert.equal((await revoke('station-keeper', true)).status, 403);
  // What waits for its second signature is not certified: nothing is left, and nothing is revoked.
  assert.deepEqual(refused(await revoke('coordinator', true)), [422, 'NothingToCertify']);
  await desk.done(county.as('town-coordinator').post(`/hours/${waiting?.id}/signatures`, {}));
  const again = await desk.done(revoke('coordinator', true));
  assert.deepEqual(refused(await revoke('coordinator', false)), [409, 'AlreadyRevoked']);
  assert.deepEqual(
    [again.body['replaces'], again.body['state'], (again.body['facts'] as Row)['sums']],
    [first.body['number'], 'valid', { witnessed: 0, deviceTimed: 0, organiserAttested: 0, typedInLater: 40 }],
  );
  assert.deepEqual(
    (await list()).map((one) => [one['number'], one['state'], one['replacedBy']]),
    [
      [again.body['number'], 'valid', null],
      [first.body['number'], 'revoked', again.body['number']],
    ],
  );
  for (const form of ['paper', 'credential'] as const) {
    const late = await county.as('volunteer').get(`/certificates/${String(first.body['id'])}/${form}`);
    assert.deepEqual(refused(late), [409, 'AlreadyRevoked'], 'nothing is made any more of what does not hold');
  }
  const { bits, replaced } = await revokedBits(desk);
  assert.equal(bits[0], 0x80, 'the first bit, and no other');
  assert.ok(bits.subarray(1).every((byte) => byte === 0));
  assert.deepEqual(replaced, { '0': again.body['number'] });
  const server = await buildServer(county.app);
  const none = await server.inject({ url: '/certificates/status/none', headers: { host: 'one.test' } });
  assert.equal(none.statusCode, 404);
  await server.close();
});

test('a volunteer who leaves is a number in ledger and certificates; neither holds a name or a phone (A40)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await recorded(desk);
  const request = await desk.done(
    county.as('volunteer').post('/certificate-requests', { unitId: desk.stationId, ...span }),
  );
  await desk.done(
    county.as('station-keeper').post(`/certificate-requests/${String(request.body['id'])}/certificates`, {}),
  );
  const kept = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const tables = ['volunteering.hours', 'volunteering.certificates', 'platform.audit', 'platform.events'];
      const texts: string[] = [];
      for (const table of tables)
        texts.push(
          ...(
            await tx.client.query<{ text: string }>(`select t::text as text from ${table} t where county_id = $1`, [
              tx.countyId,
            ])
          ).rows.map((row) => row.text),
        );
      return texts.join('\n');
    }),
  );
  assert.ok(kept.length > 1_000);
  for (const personal of ['王阿姨', '13800001234', '东头第二家', '水龙头一直滴水'])
    assert.ok(!kept.includes(personal), personal);
});
