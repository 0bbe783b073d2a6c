import { startEmbeddedPostgres } from '#platform/postgres/index';
import { embeddedDirectory } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { reachDatabase } from './reach-database.ts';

/** The program's database: addresses for its owner and for the app role, and how to let go of it. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Of a server that follows it; null when none was given. */
  readonly replicaUrl: string | null;
  readonly appRole: string;
  /** Its major version, where it was given: our own is of the version that came with the program. */
  readonly version: number | null;
  close(): Promise<void>;
  /** Lets go without waiting: this process leaves now. */
  closeAtOnce(): void;
}

/** Opens the database of the settings: the one given, or our own under var/ (started, or reused when it runs already). */
export async function openDatabase(settings: Settings, say: (line: string) => void): Promise<OpenDatabase> {
  if (settings.database.kind === 'given') {
    const { adminUrl, appUrl, replicaUrl } = settings.database;
    await reachDatabase('DATABASE_ADMIN_URL', adminUrl);
    const version = await reachDatabase('DATABASE_URL', appUrl);
    return {
      ownerUrl: adminUrl,
      appUrl,
      replicaUrl,
      version,
      appRole: decodeURIComponent(new URL(appUrl).username),
      close: async () => undefined,
      closeAtOnce: () => undefined,
    };
  }
  const server = await startEmbeddedPostgres({ directory: embeddedDirectory(settings), log: say, keepRunning: true });
  await server.ensureDatabase('xiangyin');
  return {
    ownerUrl: server.adminUrl('xiangyin'),
    appUrl: server.appUrl('xiangyin'),
    replicaUrl: null,
    version: null,
    appRole: server.appRole,
    close: async () => void (await server.stop()),
    closeAtOnce: () => server.stopAtOnce(),
  };
}
