import { dueBy } from './due.ts';
import type { Recurring } from './recurring.ts';
import { pruneCounts } from './throttles.ts';
import { sealWaitingRows, signHead } from './seals.ts';

/** The kernel's own recurring work: chains sealed every second, their heads signed hourly, old idempotency keys pruned. */
export const kernelWork: readonly Recurring[] = [
  {
    name: 'platform.seal',
    everySeconds: 1,
    due: dueBy('platform.due_seals'),
    run: async (ctx) => void (await sealWaitingRows(ctx)),
  },
  {
    name: 'platform.sign-heads',
    everySeconds: 3_600,
    soonAfterStart: true,
    async run(ctx) {
      for (const chain of ['audit', 'hours', 'adoptions', 'changes']) await signHead(ctx, chain);
    },
  },
  {
    name: 'platform.prune-keys',
    everySeconds: 3_600,
    cannotBeUndone: true,
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        const yesterday = new Date(ctx.app.clock.now().getTime() - 86_400_000);
        await tx.client.query('delete from platform.idempotency_keys where county_id = $1 and at < $2', [
          tx.countyId,
          yesterday,
        ]);
      }),
  },
  {
    name: 'platform.prune-counts',
    everySeconds: 3_600,
    cannotBeUndone: true,
    run: (ctx) => ctx.transaction(async (tx) => void (await pruneCounts(tx))),
  },
];
