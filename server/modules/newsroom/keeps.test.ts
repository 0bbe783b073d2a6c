import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestMaterial, addTestPicture } from '#media/testing';
import type { Answer } from '#testing';
import { openDesk, textOf } from './testing.ts';

/** Status and words of an answer to a removal. */
const said = ({ status, text }: Answer): [number, string] => [status, text];

test('what a text links to, an attachment and the scan of an adoption stay in the library, and the refusal names the story', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('village-1-1');
  const [linked, attached, free, scan] = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        [
          await addTestMaterial(tx, placeId),
          await addTestMaterial(tx, placeId),
          await addTestMaterial(tx, placeId),
          await addTestPicture(tx, placeId),
        ] as const,
    ),
  );
  const remove = (path: string, who: 'editor' | 'correspondent' = 'editor') =>
    county.as(who).post(`/${path}/removals`, { reason: '发错了' });
  const { hash } = (await county.as('editor').get(`/materials/${linked}`)).body as { hash: string };
  const text = textOf('柳河桥的声音', ['听一听。']);
  const link = { type: 'text', text: '集市', marks: [{ type: 'link', attrs: { href: `/materials/${hash}` } }] };
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [link] }] };
  const story = await desk.write('editor', { text: { ...text, body } });
  const inText = said(await remove(`materials/${linked}`));
  assert.equal(inText[0], 409);
  assert.match(inText[1], /柳河桥的声音/);
  const other = await desk.write('editor');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into newsroom.attachments (county_id, id, story_id, name, bytes, sent_by, told_at, material_id) values ($1, gen_random_uuid(), $2, '录音.m4a', 1000, $3, $4, $5)`,
        [tx.countyId, other.id, other.author.id, tx.at, attached],
      ),
    ),
  );
  const asAttachment = said(await remove(`materials/${attached}`));
  assert.equal(asAttachment[0], 409);
  assert.match(asAttachment[1], /柳河桥今天通车/);
  const uses = (await county.as('editor').get(`/materials/${attached}/uses`)).body as { items: { part: string }[] };
  assert.deepEqual(
    uses.items.map(({ part }) => part),
    ['kept'],
  );
  const published = await desk.publish();
  const entered = await county.as('editor').post(`/stories/${published.id}/adoptions`, {
    level: 'city',
    medium: 'text',
    outlet: '市报',
    adoptedOn: '2026-01-02',
    personIds: [await county.personId('correspondent')],
    scanHash: scan,
  });
  assert.ok(entered.status < 300, entered.text);
  assert.equal(said(await remove(`pictures/${scan}`))[0], 409);
  assert.equal(said(await remove(`materials/${free}`))[0], 204);
  // Once the text shows it no more, it can go.
  const shorter = await county.as('editor').put(`/stories/${story.id}/text`, {
    version: story.version,
    text: textOf('柳河桥的声音', ['听一听。']),
  });
  assert.ok(shorter.status < 300, shorter.text);
  assert.equal(said(await remove(`materials/${linked}`))[0], 204);
});
