import { createConnection } from 'node:net';
import { join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';
import type { Placement } from './placement.ts';
import { isServer, readPostmaster } from './postmaster-file.ts';

/** Refuses data whose server answers though no process of its number is to be seen here: it runs in another container that has the same volume.
 *  PostgreSQL itself would take it for dead, for it sees neither that process nor its memory, and two servers on the same data destroy them.
 *  Throws ExplainedError. */
export async function mustNotRunElsewhere({ dataDirectory, socketDirectory }: Placement): Promise<void> {
  if (socketDirectory === null) return;
  const postmaster = await readPostmaster(dataDirectory);
  if (postmaster === null || isServer(postmaster)) return;
  if (!(await isAnswered(join(socketDirectory, `.s.PGSQL.${postmaster.port}`)))) return;
  throw new ExplainedError(
    `另一个容器正用着这个数据目录里的数据库：${dataDirectory}。命令请在那个容器里执行（podman exec）；几个容器要一起用，请设 DATABASE_URL 和 DATABASE_ADMIN_URL。\n` +
      `Another container is using the database in this folder: ${dataDirectory}. Give commands inside that container (podman exec); for several containers, set DATABASE_URL and DATABASE_ADMIN_URL.`,
  );
}

/** A socket of the file system is reached from every container of the machine. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}
