import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

type Line = { id: string; samePhone?: boolean; sameDay?: boolean };
const ids = (body: Record<string, unknown>): string[] => (body['items'] as Line[]).map((line) => line.id);

test('a caller without the code is found by the whole phone number, and each order found counts as a look', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  const { id: cancelled } = await desk.placed({ again: true });
  await desk.done(county.as('station-keeper').post(`/orders/${cancelled}/cancellations`, {}));
  await desk.placed({ contacts: [{ name: '李伯', phone: '13900005678' }] });
  const search = (as: 'station-keeper' | 'auditor' | 'volunteer', phone: string) =>
    county.as(as).post('/order-searches', { phone });
  assert.deepEqual(
    ids((await search('station-keeper', '138 0000 1234')).body),
    [id],
    'as it is said, and open ones only',
  );
  assert.deepEqual(ids((await search('station-keeper', '13800001235')).body), []);
  assert.deepEqual(refused(await search('station-keeper', '1234')), [422, 'PhoneNotUnderstood'], 'no part of a number');
  assert.equal((await search('auditor', '13800001234')).status, 403);
  assert.equal((await search('volunteer', '13800001234')).status, 403);
  const looks = await county.as('coordinator').get(`/orders/${id}/looks`);
  assert.deepEqual(
    (looks.body['items'] as { name: string; what: string }[]).map((one) => [one.name, one.what]),
    [['station-keeper', 'search']],
  );
  const written = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        (
          await tx.client.query<{ text: string }>(
            `select detail::text || subject_id as text from platform.audit where act = 'order.search' order by id`,
          )
        ).rows,
    ),
  );
  assert.equal(written.length, 2, 'a search that finds nothing is written down too');
  assert.ok(!JSON.stringify(written).includes('1380000'), 'without the number');
});

test('every contact who rings is found, and the clerk sees who calls and what they may be told', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const mother = { name: '王阿姨', phone: '13800001234' };
  const daughter = { name: '王芳', phone: '13900007777', relation: 'child', told: ['visit'] };
  const son = { name: '王强', phone: '13900006666', relation: 'child', told: ['progress'] };
  assert.deepEqual(refused(await desk.place({ contacts: [mother, daughter, son, son] })), [400, 'BadRequest']);
  const { id } = await desk.placed({ contacts: [mother, daughter, son] });
  const own = await desk.placed({ contacts: [{ ...daughter, relation: 'self', told: ['everything'] }] });
  const found = async (phone: string) => {
    const answer = await county.as('station-keeper').post('/order-searches', { phone });
    return (answer.body['items'] as { id: string; caller: { position: number; told: string[] } }[]).map((one) => [
      one.id,
      one.caller.position,
      one.caller.told.join(),
    ]);
  };
  assert.deepEqual(await found('139 0000 7777'), [
    [own.id, 1, 'everything'],
    [id, 2, 'visit'],
  ]);
  assert.deepEqual(await found('13800001234'), [[id, 1, 'everything']]);
  assert.deepEqual(await found('13900006666'), [[id, 3, 'progress']]);
  const version = (await county.as('station-keeper').get(`/orders/${id}`)).body['version'];
  await desk.done(
    county.as('station-keeper').patch(`/orders/${id}/contacts`, {
      version,
      contacts: [{ position: 2, phone: '13900008888' }],
    }),
  );
  assert.deepEqual(await found('13900008888'), [[id, 2, 'visit']], 'by the number that is right');
  assert.deepEqual(await found('13900007777'), [[own.id, 1, 'everything']]);
  await desk.done(county.as('station-keeper').post(`/orders/${id}/cancellations`, {}));
  assert.deepEqual(await found('13900008888'), [], 'only while the order is open');
});

test('only a contact who may be told everything proves to be the one who ordered', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const second = (told: string) => [
    { name: '王阿姨', phone: '13800001234' },
    { name: '王芳', phone: '13900007777', relation: 'child', told: [told] },
  ];
  const forget = async (told: string) => {
    const { id } = await desk.placed({ contacts: second(told), again: true });
    await desk.done(county.as('station-keeper').post(`/orders/${id}/cancellations`, {}));
    return refused(await county.as('station-keeper').post(`/orders/${id}/forgettings`, { lastFour: '7777' }));
  };
  assert.deepEqual(await forget('visit'), [403, 'LastFourWrong']);
  assert.equal((await forget('everything'))[0], 201);
});

test('whoever has agreed to go is told that address or phone was put right, without what it says', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const mend = async (change: object) => {
    const { version } = (await county.as('station-keeper').get(`/orders/${id}`)).body;
    await desk.done(county.as('station-keeper').patch(`/orders/${id}/contacts`, { version, ...change }));
    await county.deliver();
  };
  const told = async () => {
    const notices = (await county.as('volunteer').get('/notices')).body['items'] as { kind: string; href: string }[];
    return notices.filter((one) => one.kind === 'order.contact-mended');
  };
  await mend({ contacts: [{ position: 1, name: '王秀英' }] });
  assert.deepEqual(await told(), [], 'a name leads nobody astray');
  await mend({ address: '西头第三家', contacts: [{ position: 1, phone: '13800004321' }] });
  const [notice, ...more] = await told();
  assert.equal(more.length, 0);
  assert.equal(notice?.href, `/console/visits/${await desk.visitOf(id)}`);
  assert.doesNotMatch(JSON.stringify(notice), /西头|4321/);
  const { items } = (await county.as('volunteer-1-2').get('/notices')).body;
  assert.deepEqual(items, [], 'nobody else is');
});

test('a contact is named later and taken out again; what each was told ends with that, and whoever ordered stays', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const { id } = await desk.placed();
  const mend = async (contact: object) => {
    const { version } = (await keeper.get(`/orders/${id}`)).body;
    return keeper.patch(`/orders/${id}/contacts`, { version, contacts: [contact] });
  };
  const told = async () =>
    ((await keeper.get(`/orders/${id}/notices`)).body['items'] as { position: number; endedAt: string | null }[]).map(
      ({ position, endedAt }) => [position, endedAt === null],
    );
  const contacts = async () =>
    (
      (await desk.done(keeper.post(`/orders/${id}/looks`, { what: 'contact' }))).body['contacts'] as {
        position: number;
        name: string;
        told: string[];
      }[]
    ).map(({ position, name, told: hears }) => [position, name, ...hears]);
  const daughter = { position: 3, name: '王芳', phone: '139 0000 7777', told: ['progress'] };
  const bySms = { channel: 'sms', purposes: ['done'] };
  assert.deepEqual(refused(await mend({ position: 2, name: '没有电话' })), [404, 'NotFound']);
  await desk.done(mend({ ...daughter, notices: bySms }));
  assert.deepEqual(await contacts(), [
    [1, '王阿姨', 'everything'],
    [3, '王芳', 'progress'],
  ]);
  assert.deepEqual(await told(), [[3, true]]);
  await desk.done(mend({ position: 3, told: ['everything'] }));
  assert.deepEqual(refused(await mend({ position: 1, leaves: true })), [400, 'BadRequest']);
  await desk.done(mend({ position: 3, leaves: true }));
  assert.deepEqual([await contacts(), await told()], [[[1, '王阿姨', 'everything']], [[3, false]]]);
  assert.deepEqual(refused(await mend({ position: 3, leaves: true })), [404, 'NotFound']);
  // Somebody else at the same position begins with a word of their own.
  await desk.done(mend({ position: 3, name: '王强', phone: '13900006666', notices: bySms }));
  assert.deepEqual(
    [await contacts(), await told()],
    [
      [
        [1, '王阿姨', 'everything'],
        [3, '王强', 'visit'],
      ],
      [[3, true]],
    ],
  );
  const { items } = (await county.as('auditor').get('/audit?act=order.change-contact')).body;
  assert.doesNotMatch(JSON.stringify(items), /王芳|王强|1390000/);
});

test('whoever goes to an order gets no code for it, and nobody does once its data are deleted', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  assert.deepEqual(refused(await county.as('volunteer').post(`/orders/${id}/codes`, { lastFour: '1234' })), [
    404,
    'NotFound',
  ]);
  const taken = await desk.taken({ again: true });
  assert.equal((await county.as('volunteer').post(`/orders/${taken}/codes`, { lastFour: '1234' })).status, 403);
  const keeper = county.as('station-keeper');
  const abilities = async () => (await keeper.get(`/orders/${id}`)).body['abilities'] as string[];
  assert.ok((await abilities()).includes('order.reissue-code'));
  await desk.done(keeper.post(`/orders/${id}/cancellations`, {}));
  await desk.done(keeper.post(`/orders/${id}/forgettings`, { lastFour: '1234' }));
  assert.ok(!(await abilities()).includes('order.reissue-code'));
  assert.deepEqual(refused(await keeper.post(`/orders/${id}/codes`, { lastFour: '1234' })), [403, 'LastFourWrong']);
});

test('whoever goes to an order does not change whose phone speaks for it, whatever else they are', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const role = { role: 'station-keeper', placeId: county.placeId('town-1'), duty: false };
  const personId = await county.personId('volunteer');
  await desk.done(county.as('administrator').post('/grants', { personId, ...role }));
  const mend = async (as: 'volunteer' | 'station-keeper', change: Record<string, unknown>) => {
    const { version } = (await county.as('station-keeper').get(`/orders/${id}`)).body;
    return county.as(as).patch(`/orders/${id}/contacts`, { version, contacts: [], ...change });
  };
  const phones = [
    [{ position: 1, phone: '13900009999' }],
    [{ position: 3, name: '王强', phone: '13900009999', told: ['everything'] }],
  ];
  for (const contacts of phones) assert.deepEqual(refused(await mend('volunteer', { contacts })), [403, 'OwnVisit']);
  await desk.done(mend('volunteer', { contacts: [{ position: 1, name: '王阿姨' }] }));
  await desk.done(mend('station-keeper', { contacts: phones[0] }));
});

test('a search by phone stops at the borders of the county', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.placed();
  const other = await county.as('coordinator', { county: 2 }).post('/order-searches', { phone: '13800001234' });
  assert.deepEqual([other.status, ids(other.body)], [201, []]);
});

test('orders that may be the same one are offered for merging, the same phone first, then the same day', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id: neighbour } = await desk.placed({ contacts: [{ name: '李伯', phone: '13900005678' }] });
  const { id: first } = await desk.placed();
  const { id: otherDay } = await desk.placed({ wishes: [{ on: '2026-03-06', part: 'any' }] });
  const { id } = await desk.placed({ again: true });
  await desk.placed({ placeId: county.placeId('village-1-2'), contacts: [{ name: '赵', phone: '13700000000' }] });
  const doubles = await county.as('station-keeper').get(`/orders/${id}/doubles`);
  assert.deepEqual(
    (doubles.body['items'] as Line[]).map((line) => [line.id, line.samePhone, line.sameDay]),
    [
      [first, true, true],
      [otherDay, true, false],
      [neighbour, false, true],
    ],
  );
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'merge', intoId: first }));
  assert.deepEqual(ids((await county.as('station-keeper').get(`/orders/${neighbour}/doubles`)).body), [
    first,
    otherDay,
  ]);
});

test('a mistyped phone or address is put right, and the record says which, not what', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  const version = (await county.as('station-keeper').get(`/orders/${id}`)).body['version'] as number;
  const mend = (as: 'station-keeper' | 'auditor' | 'volunteer', body: Record<string, unknown>) =>
    county.as(as).patch(`/orders/${id}/contacts`, { version, ...body });
  const right = { contacts: [{ position: 1, phone: '138 0000 4321' }], address: '西头第三家' };
  assert.equal((await mend('auditor', right)).status, 403);
  assert.equal((await mend('volunteer', right)).status, 404);
  assert.deepEqual(refused(await mend('station-keeper', { contacts: [{ position: 1, phone: '4321' }] })), [
    422,
    'PhoneNotUnderstood',
  ]);
  assert.equal((await mend('station-keeper', { contacts: [{ position: 2, name: '没有这位' }] })).status, 404);
  await desk.done(mend('station-keeper', right));
  assert.deepEqual(refused(await mend('station-keeper', right)), [409, 'StaleVersion'], 'two clerks at once');
  const look = await county.as('coordinator').post(`/orders/${id}/looks`, { what: 'everything' });
  assert.deepEqual(
    [
      look.body['address'],
      (look.body['contacts'] as { name: string; phone: string }[]).map((one) => [one.name, one.phone]),
    ],
    ['西头第三家', [['王阿姨', '13800004321']]],
  );
  assert.deepEqual(
    ids((await county.as('station-keeper').post('/order-searches', { phone: '13800004321' })).body),
    [id],
    'found by the number that is right',
  );
  const kept = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) =>
      JSON.stringify(
        (await tx.client.query(`select act, detail from platform.audit where subject_id = $1`, [id])).rows,
      ),
    ),
  );
  assert.match(kept, /order\.change-contact","detail":\{"what":\["address","phone"\]\}/);
  assert.ok(!/4321|西头/.test(kept));
});

test('whoever ordered may have name, phone and address deleted as soon as nobody comes any more', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  const forget = (lastFour: string) => county.as('station-keeper').post(`/orders/${id}/forgettings`, { lastFour });
  assert.deepEqual(refused(await forget('1234')), [409, 'OrderStillOpen']);
  await desk.done(county.as('station-keeper').post(`/orders/${id}/cancellations`, {}));
  assert.deepEqual(refused(await forget('9999')), [403, 'LastFourWrong'], 'nobody asks it for another');
  assert.equal((await county.as('auditor').post(`/orders/${id}/forgettings`, { lastFour: '1234' })).status, 403);
  await desk.done(forget('1234'));
  await desk.done(forget('1234'));
  const left = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => [
      (await tx.client.query('select 1 from volunteering.order_contacts')).rowCount,
      (await tx.client.query('select 1 from volunteering.order_details')).rowCount,
      (await tx.client.query(`select 1 from volunteering.orders where phone_hash <> ''`)).rowCount,
      (await tx.client.query(`select 1 from platform.audit where act = 'order.forget'`)).rowCount,
    ]),
  );
  assert.deepEqual(left, [0, 0, 0, 1]);
});

test('after a confirmed visit the same wish ends the order, and the hours stay', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  const forget = () => county.as('coordinator').post(`/orders/${id}/forgettings`, { lastFour: '1234' });
  assert.deepEqual(refused(await forget()), [409, 'OrderStillOpen'], 'nobody has said how it was');
  await desk.done(county.as('coordinator').post(`/orders/${id}/confirmations`, {}));
  const after = await desk.done(forget());
  assert.equal(after.body['state'], 'closed');
  assert.deepEqual(
    (after.body['visits'] as { report: string | null }[]).map((visit) => visit.report),
    [null],
    'what was written about the home goes too',
  );
  const hours = await county.as('volunteer').get('/hours?mine=true');
  assert.equal(hours.body['totalMinutes'], 50);
});
