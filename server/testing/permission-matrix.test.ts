import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addAccount, addGrant, addUnit } from '#access';
import { openTestSession } from '#access/testing';
import { addPerson } from '#people';
import type { TestPlace } from '#places/testing';
import { systemActor } from '#platform/actor';
import type { Route } from '#platform/http/route';
import { CountyFiller } from './busy-county.ts';
import type { Things } from './busy-county.ts';
import { testWorld } from './index.ts';
import type { Answer, TestWorld } from './index.ts';
import { permissionTable } from './permission-table.ts';
import type { Role, Row } from './permissions/row.ts';
import { modules } from '../modules.ts';

const deep = process.env['XIANGYIN_DEEP'] === '1';
const seed = Number(process.env['XIANGYIN_SEED'] || 1);

const roles: readonly Role[] = [
  'chief-editor',
  'section-head',
  'editor',
  'correspondent',
  'proofreader',
  'coordinator',
  'station-keeper',
  'team-leader',
  'volunteer',
  'administrator',
  'auditor',
  'safeguarding',
];
/** Where the thing stands, as seen from a role held at town-1. */
const relations = {
  own: 'town-1',
  child: 'village-1-1',
  parent: 'county',
  sibling: 'town-2',
  'other county': 'village-1-1',
} as const satisfies Record<string, TestPlace>;
type Relation = keyof typeof relations;

/** One cell of the matrix. */
interface Cell {
  readonly route: Route;
  readonly name: string;
  readonly row: Row;
  readonly asker: Asker;
  readonly relation: Relation;
}
interface Asker {
  readonly role: Role | 'guest';
  readonly at: 'town-1' | 'county';
  /** The grant is narrowed to a unit to which no thing of the matrix belongs. */
  readonly isNarrowed: boolean;
  readonly login: string;
}

const routes = modules.flatMap((module) => module.routes ?? []);
const nameOf = (route: Route): string => `${route.method} ${route.path}`;

test('every route has a row in the reviewed table, and every row a route (A17)', () => {
  assert.deepEqual(Object.keys(permissionTable).toSorted(), routes.map(nameOf).toSorted());
});

test(`who may do what where is as the reviewed table says (A17; seed ${seed})`, async (t) => {
  await using county = await testWorld();
  const things = await fill(county);
  const askers = await makeAskers(county);
  const some = shuffled(allCells(askers)).slice(0, deep ? undefined : 600);
  // Lists first, while a page holds them: others add to them.
  const cells = some.toSorted((one, other) => Number(other.row.where === 'list') - Number(one.row.where === 'list'));
  const wrong: string[] = [];
  for (const cell of cells) {
    const found = await judge(county, cell, things);
    if (found) wrong.push(found);
  }
  t.diagnostic(`${cells.length} cells asked`);
  assert.deepEqual(wrong.toSorted(), []);
});

async function fill(county: TestWorld): Promise<Record<Relation, Record<string, string>>> {
  const here = await CountyFiller.open(county, 1);
  const there = await CountyFiller.open(county, 2);
  fillers[1] = here;
  fillers[2] = there;
  const entries: [string, Record<string, string>][] = [];
  for (const [relation, place] of Object.entries(relations))
    entries.push([relation, { ...(await (relation === 'other county' ? there : here).fillPlace(place)) }]);
  const filled = Object.fromEntries(entries) as Record<Relation, Record<string, string>>;
  // What everybody of the own county may see is asked there, wherever the asker's thing stands.
  for (const one of Object.values(filled))
    for (const [key, from] of [
      ['station', 'station'],
      ['section', 'section'],
      ['story', 'story-published'],
      ['term', 'term'],
      ['picture', 'picture'],
      ['material', 'material'],
      ['slug', 'published-slug'],
      ['service', 'service'],
    ] as const)
      one[`own-county-${key}`] = filled.own[from] ?? '';
  return filled;
}

async function makeAskers(county: TestWorld): Promise<Asker[]> {
  const askers = roles.flatMap((role): Asker[] => [
    { role, at: 'town-1', isNarrowed: false, login: `matrix-${role}-town-1` },
    { role, at: 'county', isNarrowed: false, login: `matrix-${role}-county` },
    { role, at: 'town-1', isNarrowed: true, login: `matrix-${role}-unit` },
  ]);
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const name = { 'zh-CN': '别的科室', en: 'Another unit' };
      const unit = await addUnit(tx, { kind: 'section', placeId: county.placeId('town-1'), name });
      for (const [index, asker] of askers.entries()) {
        const person = await addPerson(tx, {
          name: asker.login,
          phone: `1350000${String(index).padStart(4, '0')}`,
          placeId: county.placeId('town-2'),
        });
        await addAccount(tx, { personId: person.id, login: asker.login });
        await addGrant(tx, systemActor('test-matrix'), {
          personId: person.id,
          role: asker.role,
          placeId: county.placeId(asker.at),
          ...(asker.isNarrowed ? { unitId: unit.id } : {}),
        });
      }
    }),
  );
  return [...askers, { role: 'guest', at: 'town-1', isNarrowed: false, login: '' }];
}

function allCells(askers: readonly Asker[]): Cell[] {
  return routes.flatMap((route) => {
    const row = permissionTable[nameOf(route)];
    if (!row || route.path === '/live') return [];
    // Where the place plays no part, one asking is enough.
    const asked: readonly Relation[] =
      row.where === 'place' || row.where === 'list' ? (Object.keys(relations) as Relation[]) : ['own'];
    return askers.flatMap((asker) =>
      asked.map((relation): Cell => ({ route, name: nameOf(route), row, asker, relation })),
    );
  });
}

/** What the table expects of this cell. */
function expected({ row, asker, relation }: Cell): boolean {
  if (row.who === 'everybody') return true;
  if (asker.role === 'guest') return false;
  if (row.who === 'signed-in') return true;
  if (!row.who.includes(asker.role)) return false;
  if (row.where === 'anywhere') return true;
  if (row.where === 'county') return asker.at === 'county';
  if (relation === 'other county' || asker.isNarrowed) return false;
  return asker.at === 'county' || relation === 'own' || relation === 'child';
}

async function judge(county: TestWorld, cell: Cell, filled: Record<Relation, Things>): Promise<string | undefined> {
  const things = await withFresh(county, cell, filled[cell.relation]);
  const answer = await ask(county, cell, things);
  const may = expected(cell);
  const who = `${cell.asker.role}@${cell.asker.isNarrowed ? 'unit' : cell.asker.at} ${cell.name} (${cell.relation})`;
  const code = answer.body['code'];
  const said = `${answer.status} ${typeof code === 'string' ? code : ''}`;
  if (answer.status >= 500) return `${who}: ${answer.text.slice(0, 200)}`;
  if (cell.asker.role === 'guest' && !may)
    return answer.status === 401 ? undefined : `${who}: a visitor is answered ${said}`;
  if (cell.row.where === 'list') return judgeList(who, cell, things, answer, may);
  if (cell.row.mayBeAbsent && answer.status === 404) return undefined;
  // An order for a place outside is told so by name: the clerk typed an address that is not of this county.
  const isOutside = cell.relation === 'other county' && answer.body['code'] === 'PlaceNotServed';
  if (may === (isLetIn(answer) && !isOutside)) return undefined;
  return `${who}: the table says ${may ? 'yes' : 'no'}, the server ${said}`;
}

function judgeList(who: string, cell: Cell, things: Things, answer: Answer, may: boolean): string | undefined {
  const id = things[cell.row.holds ?? ''] ?? 'nothing to hold';
  const holds = answer.status === 200 && answer.text.includes(id);
  if (holds === may) return undefined;
  return `${who}: the table says that the list ${may ? 'holds' : 'does not hold'} the ${cell.row.holds}, the server ${answer.status}`;
}

// Refused for other reasons than who asks: wrong secrets, which no asker of the matrix has.
const secretsWrong = new Set([
  'SignInFailed',
  'PasskeyNotAccepted',
  'InvitationOver',
  'SlipNotAccepted',
  'LastFourWrong',
]);
const isLetIn = (answer: Answer): boolean =>
  ![401, 403, 404].includes(answer.status) || secretsWrong.has(String(answer.body['code']));

const fillers: { 1?: CountyFiller; 2?: CountyFiller } = {};

/** Things that a right request uses up are made anew for each asking. */
async function withFresh(county: TestWorld, { name, relation }: Cell, things: Things): Promise<Things> {
  const countyId = relation === 'other county' ? 2 : 1;
  if (name === 'DELETE /grants/:id') {
    const grant = await county.as('administrator', { county: countyId }).post('/grants', {
      personId: things['newcomer'],
      role: 'volunteer',
      placeId: things['place'],
      untilAt: '2026-12-31T00:00:00Z',
    });
    return { ...things, 'fresh-grant': String(grant.body['id']) };
  }
  if (name === 'DELETE /notice-hooks/:id')
    return { ...things, 'fresh-notice-hook': (await fillers[countyId]?.addHook(things)) ?? '' };
  if (name === 'DELETE /limits') {
    const { path = '', body } = permissionTable['PUT /limits']?.send(things) ?? {};
    const put = await county
      .as('administrator', { county: countyId })
      .put(path, { ...(body as Record<string, unknown>), level: 'village' });
    assert.equal(put.status, 200, put.text);
    return things;
  }
  if (name === 'DELETE /service-terms') {
    const { path = '', body } = permissionTable['PUT /service-terms']?.send(things) ?? {};
    const put = await county
      .as('coordinator', { county: countyId })
      .put(path, { ...(body as Record<string, unknown>), key: 'nobody-has-it' });
    assert.equal(put.status, 200, put.text);
    return things;
  }
  if (name === 'DELETE /people/:id/invitations') {
    await county.as('administrator', { county: countyId }).post(`/people/${things['newcomer']}/invitations`);
    return things;
  }
  if (name === 'DELETE /stories/:id/voice-notes/:noteId' || name === 'DELETE /stories/:id/attachments/:attachmentId')
    return { ...things, ...(await fillers[countyId]?.addHeard(things)) };
  // Others of the matrix sign the one that waits.
  if (name === 'POST /stories/:id/hold-overs')
    return { ...things, 'story-waiting': (await fillers[countyId]?.addWaiting(things)) ?? '' };
  if (!name.includes('/reset-slips')) return things;
  const slip = await county.as('administrator', { county: countyId }).post(`/people/${things['person']}/reset-slips`);
  return {
    ...things,
    slip: String(slip.body['id']),
    'fresh-slip': String(slip.body['id']),
    newcomer: things['person'] ?? '',
  };
}

const cookies = new Map<string, string>();
const networks = new Map<string, string>();

async function ask(county: TestWorld, { route, row, asker }: Cell, things: Things): Promise<Answer> {
  const sending = row.send(things);
  const isGuest = asker.role === 'guest';
  const cookie = isGuest
    ? undefined
    : (cookies.get(asker.login) ?? (await county.inCounty((ctx) => openTestSession(ctx, asker.login))));
  if (cookie) cookies.set(asker.login, cookie);
  // Each asks from a network of their own: how often one network may ask is no part of who may.
  const from = networks.get(asker.login) ?? `10.${networks.size}.0.1`;
  networks.set(asker.login, from);
  const options = cookie ? { cookie, from } : { from };
  const answer =
    route.accepts === 'multipart'
      ? await county.request(route.method, `/api/v1${sending.path}`, undefined, {
          ...options,
          headers: { 'content-type': 'multipart/form-data; boundary=xy' },
          payload: sending.body instanceof Buffer ? sending.body : picture,
        })
      : await county.request(route.method, `/api/v1${sending.path}`, sending.body, options);
  if (row.endsSession) cookies.delete(asker.login);
  return answer;
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = Buffer.concat([
  Buffer.from(
    '--xy\r\ncontent-disposition: form-data; name="alt"\r\n\r\n桥\r\n--xy\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n',
  ),
  onePixel,
  Buffer.from('\r\n--xy--\r\n'),
]);

// A small generator of its own (mulberry32), so that a seed gives the same cells everywhere.
function shuffled<T>(items: readonly T[]): T[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const left = items.map((item) => ({ item, at: random() }));
  return left.toSorted((one, other) => one.at - other.at).map((one) => one.item);
}
