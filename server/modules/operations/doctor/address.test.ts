import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { ownerClient, testWorld } from '#testing';
import { watches } from '../trouble/watches.ts';
import { lookAtAddress } from './look-at-address.ts';

const day = 86_400_000;

/** A server that shows a certificate of its own, which ends so many days from `now`; answers its port. */
async function withCertificate<T>(now: Date, days: number, work: (port: number) => Promise<T>): Promise<T> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=one.test',
    notBefore: new Date(now.getTime() - 300 * day),
    notAfter: new Date(now.getTime() + days * day),
    keys,
    signingAlgorithm: algorithm,
  });
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  const server = createServer({ key, cert: certificate.toString('pem') });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test('a certificate that ran out, or is about to, is told by the doctor and to the administrators', async () => {
  await using county = await testWorld();
  // Certificates are looked at by the machine's clock, too.
  const now = new Date();
  county.clock.set(now.toISOString());
  const under = (publicAddress: string): App => ({
    ...county.app,
    settings: { ...county.app.settings, publicAddress },
  });
  const saidOf = async (app: App): Promise<string> =>
    (await lookAtAddress({ app })).map(({ ok, what }) => `${ok ? '✓' : '✗'} ${what}`).join('\n');
  const toldOf = async (app: App): Promise<unknown> => {
    const [first] = app.counties.all();
    assert.ok(first);
    return inCounty(app, first, async (ctx) => watches.find(({ key }) => key === 'address')?.look(ctx));
  };
  const ofOne = (port: number): App => under(`https://one.test:${port}`);

  await withCertificate(now, -1, async (port) => {
    assert.match(await saidOf(ofOne(port)), /✗ one\.test.*ran out on \d{4}-\d\d-\d\d: readers are kept out/);
    assert.deepEqual(await toldOf(ofOne(port)), {
      host: 'one.test',
      day: new Date(now.getTime() - day).toISOString().slice(0, 10),
    });
  });
  await withCertificate(now, 10, async (port) => {
    assert.match(await saidOf(ofOne(port)), /✗ one\.test.*runs out on/);
    assert.notEqual(await toldOf(ofOne(port)), null);
  });
  const goneAgain = await withCertificate(now, 90, async (port) => {
    assert.match(await saidOf(ofOne(port)), /✗ one\.test.*not accepted \(.*SELF_SIGNED.*\)/);
    assert.equal(await toldOf(ofOne(port)), null);
    return port;
  });
  assert.match(await saidOf(ofOne(goneAgain)), /✗ one\.test.*nobody answers there/);
  assert.equal(await toldOf(ofOne(goneAgain)), null, 'readers may reach it all the same');

  assert.doesNotMatch(await saidOf(under('http://localhost:8080')), /certificate/);
  assert.match(await saidOf(under('http://one.test')), /✗ .*encrypted/);
});

test('an address that is no county’s, and passkeys that work nowhere any more, are told with what to do', async () => {
  await using county = await testWorld();
  const elsewhere: App = {
    ...county.app,
    settings: { ...county.app.settings, publicAddress: 'http://localhost:8080' },
  };
  const complaints = async (): Promise<string> =>
    (await lookAtAddress({ app: elsewhere }))
      .filter(({ ok }) => !ok)
      .map(({ what, remedy }) => `${what}\n${remedy}`)
      .join('\n');
  assert.match(await complaints(), /no county’s\n.*county address --add=localhost/);
  assert.doesNotMatch(await complaints(), /passkeys/);
  const owner = await ownerClient(county.database);
  await owner.query(
    `insert into access.passkeys (county_id, id, person_id, credential_id, public_key, algorithm, counter, rp_id, name, made_at)
     values (1, gen_random_uuid(), $1, 'one', '', -7, 0, 'former.example.org', 'key', now())`,
    [await county.personId('editor')],
  );
  await owner.end();
  assert.match(
    await complaints(),
    /one：.*passkeys that work nowhere[\s\S]*1 passkeys of 1 people work under former\.example\.org alone[\s\S]*--add=former\.example\.org --county=one/,
  );
});
