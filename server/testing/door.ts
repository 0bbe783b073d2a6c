import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import type { Duplex } from 'node:stream';

/** A way to a database that can be shut and opened. */
export interface Door {
  /** The database's address through it. */
  readonly address: string;
  isShut: boolean;
  /** How often somebody came. */
  readonly knocks: number;
  /** Whoever is inside is put out. */
  shut(): void;
  /** From now on nothing comes through, or no answer does, and nobody is told: as when a machine vanishes from the net. */
  freeze(what?: 'everything' | 'answers'): void;
  /** What was held comes through, and all that follows. */
  thaw(): void;
  /** Sees what the program says before it comes through. */
  onAsked: (said: Buffer) => void;
  close(): Promise<void>;
}

interface Flow {
  readonly from: Duplex;
  readonly to: Duplex;
  readonly isAnswers: boolean;
}

/** A door before the database that can be shut: whoever comes meanwhile is turned away at once, as by one that is down. */
export async function doorBefore(databaseUrl: string): Promise<Door> {
  const behind = new URL(databaseUrl);
  const folder = behind.searchParams.get('host');
  const inside = new Set<Socket>();
  const door = {
    address: '',
    isShut: false,
    knocks: 0,
    shut: () => undefined as void,
    freeze: (_what?: 'everything' | 'answers') => undefined as void,
    thaw: () => undefined as void,
    onAsked: (_said: Buffer) => undefined as void,
    close: async () => undefined as void,
  };
  let frozen: 'nothing' | 'everything' | 'answers' = 'nothing';
  const flows = new Set<Flow>();
  const letFlow = (): void => {
    for (const { from, to, isAnswers } of flows) {
      from.unpipe(to);
      if (frozen === 'nothing' || (frozen === 'answers' && !isAnswers)) from.pipe(to);
      else from.pause();
    }
  };
  const server = createServer((near) => {
    door.knocks += 1;
    if (door.isShut) return void near.destroy();
    const port = behind.port || '5432';
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), behind.hostname);
    const asks = new PassThrough();
    // Before it goes on: what is frozen now is frozen for this very word too.
    near.on('data', (said: Buffer) => {
      door.onAsked(said);
      asks.write(said);
    });
    const pair: Flow[] = [
      { from: asks, to: far, isAnswers: false },
      { from: far, to: near, isAnswers: true },
    ];
    for (const flow of pair) flows.add(flow);
    inside.add(near).add(far);
    // What was said and is held comes through before its end does.
    near
      .on('error', () => undefined)
      .on('close', () => {
        inside.delete(near);
        asks.end();
      });
    far
      .on('error', () => undefined)
      .on('close', () => {
        inside.delete(far);
        for (const flow of pair) flows.delete(flow);
        near.destroy();
      });
    letFlow();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const before = new URL(databaseUrl);
  before.searchParams.delete('host');
  before.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  door.address = before.toString();
  door.shut = () => {
    door.isShut = true;
    for (const socket of inside) socket.destroy();
  };
  door.freeze = (what = 'everything') => {
    frozen = what;
    letFlow();
  };
  door.thaw = () => {
    frozen = 'nothing';
    letFlow();
  };
  door.close = () => {
    door.shut();
    return new Promise((done) => server.close(() => done()));
  };
  return door;
}
