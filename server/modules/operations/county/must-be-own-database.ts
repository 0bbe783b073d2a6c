import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { countiesSignedElsewhere } from '#platform/key-rotation';

/** Opens no county beside those of another installation: what this one seals, the other could not open. Throws ExplainedError. */
export async function mustBeOwnDatabase(app: App): Promise<void> {
  const [other] = await countiesSignedElsewhere(app);
  if (!other) return;
  throw new ExplainedError(
    `这个数据库里有另一个安装的县（${other.slug}），它的钥匙不在 ${app.settings.varDirectory} 里；什么都没有动。另建一个数据库（DATABASE_URL），或用对数据目录（XIANGYIN_VAR） · A county of another installation (${other.slug}) lives in this database, its keys are not in ${app.settings.varDirectory}; nothing was touched. Make another database (DATABASE_URL), or name the right data folder (XIANGYIN_VAR)`,
  );
}
