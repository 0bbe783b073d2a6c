import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerLine, roster, rosterWeek } from '../contract.ts';
import type { OfferLine, RosterWeek } from '../contract.ts';
import { openOrderDesk, refused, visitAt } from '../testing.ts';

test('whoever leads a team fills its roster: each answers for themself, other teams and addresses stay unseen, and nobody learns who declined', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const ids = {
    leader: await county.personId('team-leader'),
    one: await county.personId('volunteer'),
    two: await county.personId('volunteer-1-2'),
    stranger: await county.personId('volunteer-2-1'),
  };
  const team = async (name: string, leaderId: string, memberIds: string[]): Promise<string> => {
    const made = coordinator.post('/teams', {
      name: { 'zh-CN': name },
      placeId: county.placeId('town-1'),
      leaderId,
      memberIds,
    });
    return String((await desk.done(made)).body['id']);
  };
  const mine = await team('修理队', ids.leader, [ids.one, ids.two]);
  const theirs = await team('别的队', ids.stranger, [ids.one, ids.two]);
  const dispatched = async (teamId: string, n: number): Promise<string> => {
    const id = await desk.accepted({ contacts: [{ name: '李', phone: `1380000777${n}` }], again: true });
    const candidates = [{ kind: 'team', id: teamId }];
    const startsAt = new Date(Date.parse(visitAt) + n * 4 * 3_600_000).toISOString();
    const { body } = await desk.done(coordinator.post(`/orders/${id}/dispatches`, { candidates, startsAt }));
    return (body['offers'] as { id: string }[])[0]?.id ?? '';
  };
  const offer = await dispatched(mine, 0);
  const otherOffer = await dispatched(theirs, 1);

  const leader = county.as('team-leader');
  const seen = (await leader.get('/offers?state=open')).body['items'] as OfferLine[];
  assert.deepEqual(
    seen.map(({ id, abilities }) => [id, abilities.includes('offer.propose'), abilities.includes('offer.answer')]),
    [[offer, true, false]],
    'offers of the own team, which nobody answers for another',
  );
  const seenRoster = (await leader.get(`/offers/${offer}/roster`)).read(roster);
  assert.deepEqual(
    seenRoster.items.map(({ personId, fits, proposed, goes }) => [personId, fits, proposed, goes]),
    [ids.one, ids.two].toSorted().map((id) => [id, true, false, false]),
  );
  assert.equal((await leader.get(`/offers/${otherOffer}/roster`)).status, 404, 'another team’s is not there');
  assert.equal((await leader.post(`/orders/${seen[0]?.orderId}/looks`, { what: 'address' })).status, 404);
  assert.deepEqual(refused(await county.as('volunteer').get(`/offers/${offer}/roster`)), [403, 'Forbidden']);

  const propose = (personIds: string[]) => leader.post(`/offers/${offer}/proposals`, { personIds });
  assert.equal((await propose([ids.stranger])).status, 404, 'people of the own team alone');
  const after = (await desk.done(propose([ids.one]))).read(roster);
  assert.equal(after.items.filter(({ proposed }) => proposed).length, 1);
  await desk.done(propose([ids.one]));
  await county.deliver();
  const told = (await county.as('volunteer').get('/notices')).body['items'] as { kind: string }[];
  assert.equal(told.filter(({ kind }) => kind === 'offer.proposed').length, 1, 'told once');
  const asked = (await county.as('volunteer').get(`/offers/${offer}`)).read(offerLine);
  assert.deepEqual([asked.proposedByName, asked.peopleTaken], ['team-leader', 0], 'asked, and nobody goes by that');
  const unasked = (await county.as('volunteer-1-2').get(`/offers/${offer}`)).read(offerLine);
  assert.equal(unasked.proposedByName, null, 'not yet');

  const atDesk = (await coordinator.get(`/offers/${offer}/roster`)).read(roster);
  assert.deepEqual(atDesk.items, after.items, 'the desk sees the same');
  assert.equal(
    (await coordinator.post(`/offers/${offer}/answers`, { answer: 'accept' })).status,
    403,
    'and answers for nobody',
  );
  const asDesk = await desk.done(coordinator.post(`/offers/${offer}/proposals`, { personIds: [ids.two] }));
  assert.equal(asDesk.read(roster).items.filter(({ proposed }) => proposed).length, 2);

  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const week = async (client: typeof leader, query = `?from=${visitAt.slice(0, 10)}`) =>
    (await desk.done(client.get(`/rosters${query}`))).read(rosterWeek);
  const ofLeader = await week(leader);
  assert.deepEqual(
    ofLeader.items.map(({ offerId, going, asked: wished }) => [offerId, going, wished]),
    [[offer, ['volunteer'], ['volunteer-1-2']]],
    'a leader sees the own team: who goes, and who was asked',
  );
  const ofDesk = await week(coordinator);
  assert.deepEqual(
    ofDesk.items.map(({ offerId }) => offerId),
    [offer, otherOffer],
    'the desk sees all teams at its places, by time',
  );
  const opens = ({ items }: RosterWeek) => items.map(({ mayReadOrder }) => mayReadOrder);
  assert.deepEqual([opens(ofLeader), opens(ofDesk)], [[false], [true, true]]);
  assert.equal((await leader.get(`/orders/${ofLeader.items[0]?.orderId}`)).status, 404, 'and so it is');
  assert.deepEqual(new Date(`${ofDesk.from}T00:00:00Z`).getUTCDay(), 1, 'a week begins on Monday');
  assert.deepEqual((await week(coordinator, '?from=2031-01-01')).items, []);
  assert.deepEqual(refused(await county.as('volunteer').get('/rosters')), [403, 'Forbidden']);

  await desk.done(county.as('volunteer-1-2').post(`/offers/${offer}/answers`, { answer: 'decline' }));
  const late = await leader.get(`/offers/${offer}/roster`);
  assert.doesNotMatch(late.text, /declin/);
  const { items } = late.read(roster);
  assert.deepEqual(items.find(({ personId }) => personId === ids.one)?.goes, true);
});
