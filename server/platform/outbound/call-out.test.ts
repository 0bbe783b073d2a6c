import assert from 'node:assert/strict';
import dns from 'node:dns';
import { createServer as createTls } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mock, test } from 'node:test';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { callOut } from './call-out.ts';
import { OutboundFailure } from './outbound-failure.ts';

const problemOf = (address: string, innerHosts: readonly string[] = []): Promise<unknown> =>
  callOut(innerHosts, { method: 'POST', address, headers: {}, body: '{"secret":1}' }).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof OutboundFailure ? error.problem : error),
  );

test('a certificate that nobody vouches for is refused before anything is sent (A24)', async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    keys,
    signingAlgorithm: algorithm,
  });
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  let asked = 0;
  const server = createTls({ key, cert: certificate.toString('pem') }, (_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    assert.deepEqual([await problemOf(`https://127.0.0.1:${port}/`, ['127.0.0.1']), asked], ['tls', 0]);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test('a name that resolves to another address at each question gains nothing: a call asks once, and what is judged is what is called (A24)', async () => {
  let asked = 0;
  const inner = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
  // The resolver of whoever owns the name: another answer to each question. No call to the address of the world is made here, since that one has an inner address beside it.
  const answers: string[][] = [];
  let questions = 0;
  const lookup = mock.method(dns, 'lookup', ((_name: string, _options: unknown, done: unknown) => {
    const found = (answers[questions] ?? ['127.0.0.1']).map((address) => ({ address, family: 4 }));
    questions += 1;
    (done as (error: null, addresses: typeof found) => void)(null, found);
  }) as typeof dns.lookup);
  syncBuiltinESMExports();
  try {
    const { port } = inner.address() as AddressInfo;
    answers.push(['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['10.0.0.7']);
    for (const name of ['first', 'second', 'third'])
      assert.equal(await problemOf(`http://${name}.rebinding.test/`), 'inner-address', name);
    assert.equal(questions, 3, 'one question for a call: what it answers is judged, and called');
    // A host that whoever runs the installation allows is the one that is called, by the same one answer.
    questions = 0;
    answers.splice(0, answers.length, ['127.0.0.1'], ['10.0.0.7']);
    const allowed = `allowed.rebinding.test:${port}`;
    assert.deepEqual([await problemOf(`http://${allowed}/`, [allowed]), questions, asked], [200, 1, 1]);
  } finally {
    lookup.mock.restore();
    syncBuiltinESMExports();
    await new Promise((resolve) => inner.close(resolve));
  }
});
