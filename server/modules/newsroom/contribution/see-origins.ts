import type { Actor } from '#platform/actor';
import { may, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OriginView } from '../contract.ts';
import { markPath } from '../mark/story-mark.ts';
import { isInWork } from '../story/states.ts';
import { storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { contributionsOf, editionsOf } from './contribution-queries.ts';
import type { Contribution, ContributionEdition } from './contribution-queries.ts';

/** Where a story comes from, and what changed there since; empty: it was written here. Refuses: NotFound (404) for a story that the asker may not see. */
export async function seeOrigins(ctx: Ctx, actor: Actor, storyId: string): Promise<{ items: OriginView[] }> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    return { items: await originsOf(tx, actor, story) };
  });
}

/** As `seeOrigins`, of a story already read. */
export async function originsOf(tx: Tx, actor: Actor, story: StoryRow): Promise<OriginView[]> {
  const known = await contributionsOf(tx, story.id);
  const editions = Map.groupBy(
    await editionsOf(
      tx,
      known.map(({ id }) => id),
    ),
    ({ contributionId }) => contributionId,
  );
  return known.flatMap((one) => viewOf(tx, actor, story, one, editions.get(one.id) ?? []));
}

function viewOf(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  known: Contribution,
  editions: readonly ContributionEdition[],
): OriginView[] {
  const shown = editions.findLast((one) => one.settled === 'taken') ?? editions[0];
  if (!shown) return [];
  const later = editions.findLast((one) => one.settled === null);
  const isWithdrawn = known.withdrawnAt !== null && known.withdrawalSettledAt === null;
  const waits = later !== undefined || isWithdrawn;
  const mayTake = later !== undefined && known.storyId === story.id && isInWork(story.state);
  return [
    {
      id: known.id,
      issuer: known.issuer,
      publisher: shown.publisher,
      page: shown.page,
      checkHref: `${new URL(shown.page).origin}${markPath(shown.mark)}`,
      edition: shown.number,
      steps: shown.steps,
      keyId: shown.keyId,
      publishedAt: shown.publishedAt.toISOString(),
      verifiedAt: shown.receivedAt.toISOString(),
      correction: later
        ? {
            edition: later.number,
            page: later.page,
            words: later.correction,
            receivedAt: later.receivedAt.toISOString(),
          }
        : null,
      withdrawnAt: isWithdrawn ? (known.withdrawnAt?.toISOString() ?? null) : null,
      moves:
        waits && may(tx, actor, 'contribution.settle', story)
          ? [...(mayTake ? ['take' as const] : []), 'leave' as const]
          : [],
    },
  ];
}
