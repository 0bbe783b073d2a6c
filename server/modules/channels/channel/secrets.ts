import type { Tx } from '#platform/transaction';

/** What a channel's secret is sealed for. */
export const secretPurpose = 'channels.secret';

/** The secrets that sign for a channel now, opened: the present one first, then the former while it still holds. */
export async function openSecrets(tx: Tx, channelId: string): Promise<string[]> {
  const [row] = await tx.named<{ present: Buffer | null; former: Buffer | null }>(
    'channels.secrets',
    'select sealed_secret as present, case when former_until > $3 then sealed_former_secret end as former from channels.channels where county_id = $1 and id = $2',
    [tx.countyId, channelId, tx.ctx.app.clock.now()],
  );
  const { keys } = tx.ctx.app;
  const sealed = [row?.present, row?.former].flatMap((one) => one ?? []);
  return Promise.all(sealed.map(async (one) => (await keys.unseal(secretPurpose, one)).toString()));
}
