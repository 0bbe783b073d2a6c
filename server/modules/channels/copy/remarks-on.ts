import type { Tx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Copy } from './copy-queries.ts';

/** What receivers last said of these copies, by their id, where their kinds know. */
export async function remarksOn(
  tx: Tx,
  copies: readonly Pick<Copy, 'id' | 'channel' | 'settings'>[],
): Promise<ReadonlyMap<string, CopyView['remark']>> {
  const found = new Map<string, CopyView['remark']>();
  for (const [, own] of Map.groupBy(copies, ({ channel }) => channel)) {
    const settings = own[0]?.settings;
    const said = settings
      ? await kindOf(settings).remarks?.(
          tx,
          own.map(({ id }) => id),
        )
      : undefined;
    for (const [id, remark] of said ?? []) found.set(id, remark);
  }
  return found;
}
