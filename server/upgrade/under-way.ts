import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import { releaseLockFile, rewriteLockFile, takeLockFile } from '#platform/lock-file';
import { identityOf } from '#platform/process-identity';
import type { ProcessIdentity } from '#platform/process-identity';

/** Where an upgrade works, beside what is exchanged: renaming is all that is left to do then. */
export const workFolder = (root: string): string => join(root, '.upgrade');

/** What start.mjs reads: that an upgrade is under way, and whether files are being exchanged at this moment. */
interface UnderWay extends ProcessIdentity {
  isExchanging: boolean;
}

/** Our hold on the program's folder. */
export interface UpgradeHold {
  /** Nothing is started from the folder while this runs. */
  whileExchanging<T>(work: () => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

/** Takes the folder for one upgrade. Throws ExplainedError while another runs. */
export async function holdForUpgrade(root: string): Promise<UpgradeHold> {
  const path = join(workFolder(root), 'under-way.json');
  await mkdir(workFolder(root), { recursive: true, mode: 0o700 });
  const mine = (isExchanging: boolean): UnderWay => ({ ...identityOf(), isExchanging });
  const other = await takeLockFile(path, mine(false));
  if (other)
    throw new ExplainedError(
      `另一个升级正在进行（进程 ${other.pid}） · Another upgrade is under way (process ${other.pid})`,
    );
  return {
    async whileExchanging(work) {
      await rewriteLockFile(path, mine(true));
      try {
        return await work();
      } finally {
        await rewriteLockFile(path, mine(false));
      }
    },
    release: () => releaseLockFile(path),
  };
}
