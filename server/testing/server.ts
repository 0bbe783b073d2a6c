import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/postgres/index';
import { distribute } from './citus.ts';

/** Where tests find PostgreSQL: the addresses of a database, by name, for the owner and for the app role. */
export interface TestServer {
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  readonly appRole: string;
  /** Distributes a database that was just migrated; only where CITUS_URL is given. No such database can be copied. */
  distribute?(database: string): Promise<void>;
  /** Gives it up; answers whether it is down, so that nobody uses its folder. */
  stop(): Promise<boolean>;
}

// Read when first needed: a test that kills its server sets a folder of its own before.
const directory = (): string =>
  process.env['XIANGYIN_TEST_VAR'] ?? join(import.meta.dirname, '..', '..', 'var', 'test-postgres');
let running: Promise<TestServer> | undefined;

/** The tests' PostgreSQL: the one of DATABASE_URL with DATABASE_ADMIN_URL when given, else an embedded one that does not wait for the disk. With CITUS_URL, the address of the superuser there, each database is distributed. Reused by every test process. */
export function testServer(): Promise<TestServer> {
  running ??= process.env['DATABASE_URL'] ? Promise.resolve(givenServer()) : embeddedServer();
  return running;
}

function givenServer(): TestServer {
  const app = process.env['DATABASE_URL'] ?? '';
  const owner = process.env['DATABASE_ADMIN_URL'];
  if (!owner) throw new Error('DATABASE_URL is set for the tests, so DATABASE_ADMIN_URL must be set too');
  const citus = process.env['CITUS_URL'];
  const appRole = new URL(app).username;
  return {
    ownerUrl: (name) => withDatabase(owner, name),
    appUrl: (name) => withDatabase(app, name),
    appRole,
    ...(citus ? { distribute: (name: string) => distribute(withDatabase(citus, name), appRole) } : {}),
    stop: () => Promise.resolve(true),
  };
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.toString();
}

async function embeddedServer(): Promise<TestServer> {
  const server = await startEmbeddedPostgres({ directory: directory(), durable: false });
  return {
    ownerUrl: (name) => server.adminUrl(name),
    appUrl: (name) => server.appUrl(name),
    appRole: server.appRole,
    stop: () => server.stop(),
  };
}
