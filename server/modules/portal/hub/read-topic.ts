import { Refusal } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { openFeed } from '../feeds/feed-kinds.ts';
import type { OpenFeed } from '../feeds/feed-kinds.ts';
import { findFeed } from '../feeds/find-feed.ts';

/** What the feed of this address says now, and its media type; undefined where there is none any more. */
export async function readTopic(ctx: Ctx, topic: string): Promise<(OpenFeed & { type: string }) | undefined> {
  const found = findFeed(ctx, topic);
  if (!found) return undefined;
  try {
    return { ...(await openFeed(found.kind, found.call)), type: found.kind.type };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NotFound') return undefined;
    throw error;
  }
}
