import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

test('several times may suit, best first; one that an earlier one includes is refused by its number', async () => {
  await using desk = await openOrderDesk();
  const [tuesday, wednesday] = ['2026-03-03', '2026-03-04'];
  for (const [wishes, number] of [
    [
      [
        { on: tuesday, part: 'morning' },
        { on: wednesday, part: 'any' },
        { on: wednesday, part: 'evening' },
      ],
      3,
    ],
    [
      [
        { on: null, part: 'any' },
        { on: wednesday, part: 'evening' },
      ],
      2,
    ],
    [
      [
        { on: tuesday, part: 'morning' },
        { on: tuesday, part: 'morning' },
      ],
      2,
    ],
  ] as const) {
    const no = await desk.place({ wishes });
    assert.deepEqual([...refused(no), no.body['detail']], [422, 'WishesExclude', { number }]);
  }
  const wishes = [
    { on: tuesday, part: 'morning' },
    { on: tuesday, part: 'evening' },
    { on: null, part: 'any' },
  ];
  const { id } = await desk.placed({ wishes });
  const coordinator = desk.county.as('coordinator');
  assert.deepEqual((await coordinator.get(`/orders/${id}`)).body['wishes'], wishes);
  assert.deepEqual(refused(await coordinator.post(`/orders/${id}/wishes`, { wishes: [wishes[2], wishes[0]] })), [
    422,
    'WishesExclude',
  ]);
});

test('a group is one order as far as the service allows; what helps them is seen by handlers and those who go alone', async () => {
  await using desk = await openOrderDesk({ groupUpTo: 12 });
  const { county } = desk;
  const crowd = await desk.place({ peopleServed: 13 });
  assert.deepEqual([...refused(crowd), crowd.body['detail']], [422, 'GroupTooLarge', { most: 12 }]);
  assert.deepEqual(refused(await desk.place({ note: 'x'.repeat(5_000) })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ needs: ['anything'] })), [400, 'BadRequest']);
  const id = await desk.taken({ peopleServed: 12, needs: ['hearing', 'dialect'] });
  const read = await county.as('coordinator').get(`/orders/${id}`);
  assert.deepEqual([read.body['peopleServed'], read.body['needs']], [12, ['hearing', 'dialect']]);
  const mine = (await county.as('volunteer').get('/visits')).body['items'] as {
    needs: string[];
    peopleServed: number;
  }[];
  assert.deepEqual([mine[0]?.peopleServed, mine[0]?.needs], [12, []], 'not yet: two days before');
  county.clock.set('2026-03-03T03:00:00.000Z');
  const near = (await county.as('volunteer').get('/visits')).body['items'] as { needs: string[] }[];
  assert.deepEqual(near[0]?.needs, ['hearing', 'dialect']);
  const listed = await county.as('coordinator').get('/orders');
  assert.ok(!listed.text.includes('hearing'));
  // The caller rings again: fewer will be there, and then too many.
  const mend = (peopleServed: number, version: unknown) =>
    county.as('station-keeper').patch(`/orders/${id}/contacts`, { version, peopleServed });
  const fewer = await desk.done(mend(9, read.body['version']));
  assert.equal(fewer.body['peopleServed'], 9);
  assert.deepEqual(refused(await mend(13, fewer.body['version'])), [422, 'GroupTooLarge']);
  await county.deliver();
  const { items } = (await county.as('volunteer').get('/notices')).body as { items: { kind: string }[] };
  assert.equal(items.filter(({ kind }) => kind === 'order.contact-mended').length, 1, 'whoever goes looks again');
});

test('the order in which people are found is urgency, hours waited and lateness, and its parts are said', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const { id: first } = await desk.placed();
  county.clock.advance({ minutes: 90 });
  const { id: second } = await desk.placed({ contacts: [{ name: '李', phone: '13800009999' }] });
  const { id: third } = await desk.placed({ contacts: [{ name: '张', phone: '13800008888' }] });
  const priorities = async (query = ''): Promise<[string, number][]> => {
    const { body } = await coordinator.get(`/orders?sort=priority${query}`);
    return (body['items'] as { id: string; priority: { points: number } }[]).map((one) => [
      one.id,
      one.priority.points,
    ]);
  };
  const priorityIds = async (): Promise<string[]> =>
    ((await coordinator.get('/orders?sort=priority')).body['items'] as { id: string }[]).map((one) => one.id);
  assert.deepEqual(await priorities(), [
    [first, 1],
    [second, 0],
    [third, 0],
  ]);
  const urgent = await desk.done(
    county.as('station-keeper').post(`/orders/${third}/triages`, { verdict: 'urgency', urgency: 'urgent' }),
  );
  assert.deepEqual(urgent.body['priority'], { points: 100, urgency: 100, waiting: 0, late: 0 });
  assert.equal(urgent.body['state'], 'submitted', 'it is not answered by that');
  county.clock.advance({ minutes: 60 });
  assert.deepEqual(await priorities(), [
    [third, 101],
    [first, 62],
    [second, 1],
  ]);
  const page = await coordinator.get('/orders?sort=priority&limit=2');
  county.clock.advance({ minutes: 180 });
  assert.deepEqual(
    (await priorities(`&limit=2&cursor=${String(page.body['next'])}`)).map(([id]) => id),
    [second],
    'further pages are read at the moment of the first',
  );
  await desk.done(coordinator.post(`/orders/${third}/cancellations`, {}));
  assert.equal((await priorityIds()).at(-1), third, 'what is over stands last');
  assert.deepEqual(refused(await coordinator.get('/orders?sort=priority&cursor=nothing')), [400, 'BadRequest']);
  assert.deepEqual(
    refused(await county.as('volunteer').post(`/orders/${first}/triages`, { verdict: 'urgency', urgency: 'soon' })),
    [404, 'NotFound'],
  );
});

test('an order is split by people or by service, each part an order of the same wish, until somebody is asked', async () => {
  await using desk = await openOrderDesk({ groupUpTo: 12 });
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const id = await desk.accepted({ peopleServed: 12 });
  const split = (parts: object[]) => keeper.post(`/orders/${id}/parts`, { parts });
  assert.deepEqual(refused(await split([{ peopleServed: 12 }])), [422, 'TooFewPeople']);
  assert.deepEqual(refused(await split([{ note: '什么也没分' }])), [422, 'TooFewPeople']);
  assert.equal((await county.as('coordinator').get('/orders')).body['total'], 1, 'nothing is left of what was refused');
  const done = await desk.done(
    split([{ peopleServed: 5 }, { serviceId: desk.serviceId, peopleServed: 1, note: '门也坏了' }]),
  );
  const parts = done.body['parts'] as { id: string; state: string; peopleServed: number }[];
  assert.deepEqual(
    [done.body['peopleServed'], parts.map((part) => [part.state, part.peopleServed])],
    [
      7,
      [
        ['accepted', 5],
        ['accepted', 1],
      ],
    ],
  );
  const part = await keeper.get(`/orders/${parts[1]?.id}`);
  assert.deepEqual([part.body['note'], (part.body['parts'] as unknown[]).length], ['门也坏了', 2]);
  const look = await desk.done(keeper.post(`/orders/${parts[1]?.id}/looks`, { what: 'everything' }));
  assert.deepEqual(look.body['address'], '东头第二家');
  await desk.done(keeper.post(`/orders/${id}/cancellations`, {}));
  assert.deepEqual(refused(await split([{ peopleServed: 1 }])), [409, 'WrongState']);
  assert.equal(
    (await county.as('coordinator', { county: 2 }).post(`/orders/${id}/parts`, { parts: [{ peopleServed: 1 }] }))
      .status,
    404,
  );
});

test('somebody else’s phone: its owner learns nothing from the pages, and the desk takes the order back for them', async () => {
  await using desk = await openOrderDesk();
  const keeper = desk.county.as('station-keeper');
  const { id } = await desk.placed({ contacts: [{ name: '不认识的人', phone: '13800007777' }] });
  const found = await desk.done(keeper.post('/order-searches', { phone: '138 0000 7777' }));
  const [only] = found.body['items'] as { id: string }[];
  assert.equal(only?.id, id);
  assert.ok(!found.text.includes('不认识的人') && !found.text.includes('东头'));
  await desk.done(keeper.post(`/orders/${id}/cancellations`, { reason: '机主没有点过' }));
  await desk.done(keeper.post(`/orders/${id}/forgettings`, { lastFour: '7777' }));
  assert.equal((await desk.done(keeper.post('/order-searches', { phone: '13800007777' }))).body['total'], 0);
});

test('at the desk a name of somebody else is for orders for somebody else, and goes with the parts of an order', async () => {
  await using desk = await openOrderDesk({ groupUpTo: 4 });
  const served = { name: '李奶奶', agrees: true };
  assert.deepEqual(refused(await desk.place({ served })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ orderedFor: 'parent', served: { ...served, agrees: false } })), [
    400,
    'BadRequest',
  ]);
  const id = await desk.accepted({ orderedFor: 'parent', served, peopleServed: 3 });
  const coordinator = desk.county.as('coordinator');
  await desk.done(coordinator.post(`/orders/${id}/parts`, { parts: [{ peopleServed: 1 }] }));
  const { items } = (await coordinator.get('/orders')).body as { items: { id: string }[] };
  assert.equal(items.length, 2);
  for (const order of items) {
    const look = await coordinator.post(`/orders/${order.id}/looks`, { what: 'contact' });
    assert.deepEqual(look.body['served'], { name: '李奶奶', orderedFor: 'parent' });
    assert.equal((await coordinator.get(`/orders/${order.id}`)).body['servedAgreedAt'], '2026-03-02T01:00:00.000Z');
  }
  const door = await coordinator.post(`/orders/${id}/looks`, { what: 'address' });
  assert.equal(door.body['served'], null);
});
