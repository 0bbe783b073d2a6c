import type { Tx } from '#platform/transaction';
import type { FollowedAccount } from '../../page-contract.ts';
import { accountsOn } from './accounts.ts';
import { handleOf } from './documents/addresses.ts';

/** The accounts that are on, as people look for them from their own server. */
export const followedAt = async (tx: Tx): Promise<FollowedAccount[]> =>
  (await accountsOn(tx)).map(({ name, settings }) => ({
    handle: handleOf(tx.ctx, settings.handle),
    name: settings.title || name,
    lead: settings.summary,
  }));
