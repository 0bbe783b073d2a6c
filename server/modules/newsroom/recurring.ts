import type { Recurring } from '#platform/jobs';

const contactDays = 90;

/** The newsroom's work by the clock: readers' addresses go 90 days after their report was dealt with. */
export const recurring: readonly Recurring[] = [
  {
    name: 'newsroom.forget-contacts',
    everySeconds: 3_600,
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        await tx.named(
          'newsroom.forget-contacts',
          `update newsroom.error_reports set contact = null where county_id = $1 and contact is not null and state <> 'new' and at < $2`,
          [tx.countyId, new Date(tx.at.getTime() - contactDays * 86_400_000)],
        );
      }),
  },
];
