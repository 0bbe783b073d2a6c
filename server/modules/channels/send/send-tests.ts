import { newId } from '#platform/ids';
import type { Slots } from '#platform/outbound/slots';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { openSecrets } from '../channel/secrets.ts';
import type { ChannelSettings } from '../contract.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Outcome } from '../kinds/sending.ts';

/** Sends the tests that were asked for; each answer is written on its channel when it comes. */
export async function sendTests(ctx: Ctx, slots: Slots): Promise<void> {
  const asked = await ctx.transaction((tx) =>
    tx.named<{ id: string; settings: ChannelSettings }>(
      'channels.take-tests',
      'update channels.channels set test_due_at = null where county_id = $1 and test_due_at <= $2 returning id, settings',
      [tx.countyId, ctx.app.clock.now()],
    ),
  );
  for (const { id, settings } of asked) slots.add(ctx.county.id, null, sendTest(ctx, id, settings));
}

const sendTest = ({ app, county }: Ctx, id: string, settings: ChannelSettings): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    const secrets = await ctx.transaction((tx) => openSecrets(tx, id));
    const began = performance.now();
    const outcome: Outcome = (await kindOf(settings).test?.({
      ctx,
      channelId: id,
      settings,
      key: newId(),
      at: app.clock.now(),
      secrets,
    })) ?? { outcome: 'failed', problem: 'setup', detail: {} };
    const test = {
      problem: outcome.outcome === 'failed' ? outcome.problem : null,
      status: outcome.detail.status ?? null,
      tookMilliseconds: Math.round(performance.now() - began),
    };
    await ctx.transaction((tx) =>
      tx.named('channels.tested', 'update channels.channels set test = $3 where county_id = $1 and id = $2', [
        tx.countyId,
        id,
        JSON.stringify({ ...test, at: tx.at.toISOString() }),
      ]),
    );
  }).catch((error: unknown) =>
    app.log.error('a channel could not be tested', { error: error instanceof Error ? error : undefined, channel: id }),
  );
