import assert from 'node:assert/strict';
import { openTestSession, personIdOf } from '#access/testing';
import type { CastName } from '#access/testing';
import type { Answer, TestWorld } from '#testing';
import { addTestStation } from './station.ts';

/** Six digits that nobody would try first. */
export const testPin = '402917';

/** The code of a refusal. */
export const codeOf = (answer: Answer): unknown => answer.body['code'];

/** The computer at a counter: its own cookie stays, whoever is signed in. */
export class Counter {
  readonly #world: TestWorld;
  readonly #host: string;
  readonly cookies = new Map<string, string>();
  constructor(world: TestWorld, host = 'one.test') {
    this.#world = world;
    this.#host = host;
  }

  /** The line in which its browser sends them. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#world.request(method, `/api/v1${path}`, body, {
      host: this.#host,
      ...(this.cookie ? { cookie: this.cookie } : {}),
    });
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(answer.headers['set-cookie'] ?? '') ?? [];
    if (name && value) this.cookies.set(name, value);
    else if (name) this.cookies.delete(name);
    return answer;
  }

  /** Somebody signs in fully, with password and code, as a test does. */
  async signInFully(login: string): Promise<void> {
    const line = await this.#world.inCounty((ctx) => openTestSession(ctx, login));
    this.cookies.set('__Host-session', line.slice('__Host-session='.length));
  }

  openByPin(personId: string, pin: string): Promise<Answer> {
    this.cookies.delete('__Host-session');
    return this.ask('POST', '/computer/sessions', { personId, pin });
  }
}

/** A town's station with its computer, at which each of these has set the test's PIN; `people`: their ids. */
export async function openCounter<Name extends CastName>(world: TestWorld, names: readonly Name[]) {
  const { people, id } = await world.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const ids: [Name, string][] = [];
      for (const name of names) ids.push([name, await personIdOf(tx, name)]);
      const station = await addTestStation(tx, world.placeId('town-1'));
      return { people: Object.fromEntries(ids) as Record<Name, string>, id: station.id };
    }),
  );
  const counter = new Counter(world);
  await counter.signInFully('station-keeper');
  const registered = await counter.ask('POST', `/stations/${id}/computers`, { name: '柜台' });
  assert.equal(registered.status, 201, registered.text);
  for (const login of names) {
    await counter.signInFully(login);
    assert.equal((await counter.ask('PUT', '/computer/pin', { pin: testPin })).status, 204);
  }
  const [computer] = registered.body['items'] as { id: string }[];
  return { counter, people, id, computerId: computer?.id ?? '' };
}
