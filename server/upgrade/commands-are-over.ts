import { setTimeout as pause } from 'node:timers/promises';
import { commandsUnderWay } from '#platform/commands-under-way';
import { ExplainedError } from '#platform/explained-error';
import type { Settings } from '#platform/settings';

/** Longer than most backups take. */
const withinMilliseconds = 30 * 60_000;

/** Waits until no command runs on the data folder: what one loads late would be of another version than itself. Throws ExplainedError when one goes on for half an hour. */
export async function commandsAreOver({ varDirectory }: Settings, say: (line: string) => void): Promise<void> {
  const until = performance.now() + withinMilliseconds;
  for (let told = false; ; told = true) {
    const [one] = await commandsUnderWay(varDirectory);
    if (!one) return;
    const which = `cli ${one.name}（进程 ${one.pid}）`;
    if (performance.now() > until)
      throw new ExplainedError(
        `${which} 还没做完，什么也没有换；等它做完再升级 · cli ${one.name} (process ${one.pid}) is still at work; nothing was exchanged. Upgrade when it is done`,
      );
    if (!told) say(`等 ${which} 做完 · waiting until cli ${one.name} (process ${one.pid}) is done`);
    await pause(200);
  }
}
