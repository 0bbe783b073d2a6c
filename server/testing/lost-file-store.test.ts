import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { ownerClient, testWorld } from './index.ts';
import { S3Server } from './s3-server.ts';

async function multipart(width: number): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const bytes = await sharp({ create: { width, height: 300, channels: 3, background: '#88aa77' } })
    .jpeg()
    .toBuffer();
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  };
}

test('while the bucket is away readers are asked to come back, a sender is told so and nothing half done is left; then both go on', async () => {
  await using bucket = await S3Server.start();
  await using county = await testWorld({}, { s3Url: bucket.url() });
  const site = await buildServer(county.app, portalOptions(county.app));
  await site.ready();
  try {
    const look = (url: string) => site.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    const send = async (width: number) => county.as('correspondent').post('/files', undefined, await multipart(width));
    const stored = await send(400);
    assert.equal(stored.status, 201, stored.text);
    const src = String(stored.body['src']);
    assert.equal((await look(src)).statusCode, 200);

    await bucket.goDown();
    const away = await look(src);
    assert.equal(away.statusCode, 503);
    assert.equal(away.headers['retry-after'], '10');
    assert.match(String(away.headers['cache-control']), /no-store/);
    assert.equal((await look('/')).statusCode, 200, 'the rest of the site stands');
    const refused = await send(401);
    assert.deepEqual([refused.status, refused.body['code']], [503, 'Unavailable']);
    const owner = await ownerClient(county.database);
    const { rows } = await owner.query<{ width: number }>('select width from media.pictures where county_id = 1');
    await owner.end();
    assert.deepEqual(
      rows.map((row) => row.width),
      [400],
    );

    await bucket.comeBack();
    assert.equal((await look(src)).statusCode, 200);
    assert.equal((await send(401)).status, 201);
  } finally {
    await site.close();
  }
});
