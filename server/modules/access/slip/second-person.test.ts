import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';

interface Card {
  kind: string;
  subjectId: string;
  href: string;
}

const cardsOf = async (county: TestWorld, name: CastName): Promise<Card[]> =>
  ((await county.as(name).get('/me/waiting')).body['items'] as Card[]).filter((card) => card.kind === 'access.reset');
const toldOf = async (county: TestWorld, name: CastName): Promise<string[]> =>
  ((await county.as(name).get('/notices')).body['items'] as Card[])
    .filter((message) => message.kind === 'reset.to-confirm')
    .map((message) => message.href);

test('a slip for an editor is shown and told to those who can confirm it, until one does', async () => {
  await using county = await testWorld();
  const editor = await county.personId('editor');
  const { body: slip } = await county.as('administrator').post(`/people/${editor}/reset-slips`);
  await county.deliver();
  const id = String(slip['id']);
  for (const name of ['chief-editor', 'administrator-2'] as const) {
    assert.deepEqual(
      (await cardsOf(county, name)).map((card) => [card.subjectId, card.href]),
      [[id, `/console/people/${editor}`]],
      name,
    );
    assert.deepEqual(await toldOf(county, name), [`/console/people/${editor}`], name);
  }
  // Neither whoever made it, nor whose it is, nor who has no say at that place.
  for (const name of ['administrator', 'editor', 'station-keeper', 'volunteer'] as const) {
    assert.deepEqual(await cardsOf(county, name), [], name);
    assert.deepEqual(await toldOf(county, name), [], name);
  }
  assert.ok((await county.as('chief-editor').post(`/reset-slips/${id}/confirmations`)).status < 300);
  assert.deepEqual(await cardsOf(county, 'administrator-2'), []);
});

test('a slip that needs nobody else wakes nobody', async () => {
  await using county = await testWorld();
  const volunteer = await county.personId('volunteer');
  await county.as('station-keeper').post(`/people/${volunteer}/reset-slips`);
  await county.deliver();
  assert.deepEqual(await cardsOf(county, 'administrator'), []);
  assert.deepEqual(await toldOf(county, 'administrator'), []);
});
