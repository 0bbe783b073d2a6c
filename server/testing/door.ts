import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a database that can be shut and opened. */
export interface Door {
  /** The database's address through it. */
  readonly address: string;
  isShut: boolean;
  /** How often somebody came. */
  readonly knocks: number;
  /** Whoever is inside is put out. */
  shut(): void;
  close(): Promise<void>;
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
    close: async () => undefined as void,
  };
  const server = createServer((near) => {
    door.knocks += 1;
    if (door.isShut) return void near.destroy();
    const port = behind.port || '5432';
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), behind.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      inside.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
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
  door.close = () => {
    door.shut();
    return new Promise((done) => server.close(() => done()));
  };
  return door;
}
