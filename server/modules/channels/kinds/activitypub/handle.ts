import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ActivitypubSettings } from './settings.ts';

/** Of two accounts with one handle a server of the fediverse would find but one; also one that is off keeps its own. Refuses: HandleTaken (409). */
export async function mustBeFree(tx: Tx, { handle }: ActivitypubSettings, channelId: string | null): Promise<void> {
  const [other] = await tx.named(
    'channels.activitypub-handle-taken',
    `select 1 from channels.channels where county_id = $1 and kind = 'activitypub' and settings ->> 'handle' = $2 and id is distinct from $3`,
    [tx.countyId, handle, channelId],
  );
  if (other) refuse('HandleTaken', { handle }, [{ path: '/settings/handle', code: 'taken' }]);
}
