import { isMailRead } from '#newsroom';
import { addressOf } from '#platform/county-address';
import type { Tx } from '#platform/transaction';
import type { ChannelFact } from '../kind.ts';
import { dkimRecord, dkimSelector } from './dkim.ts';
import { senderOf } from './letter/sender.ts';
import type { NewsletterSettings } from './settings.ts';

/** Where readers ask for it, how many they are, whether anybody reads what comes back, and the DNS record by which its letters are believed. */
export async function facts(
  tx: Tx,
  { id, settings, secrets }: { id: string; settings: NewsletterSettings; secrets: readonly string[] },
): Promise<ChannelFact[]> {
  const [row] = await tx.named<{ n: number }>(
    'channels.receivers',
    `select count(*)::int as n from channels.subscribers where county_id = $1 and channel_id = $2 and state = 'active'`,
    [tx.countyId, id],
  );
  const key = secrets[0];
  const isRead = await isMailRead(tx);
  return [
    { key: 'subscribe-page', value: `${addressOf(tx.ctx)}/subscribe` },
    { key: 'receivers', value: String(row?.n ?? 0), isForTheEye: true },
    {
      key: 'returned-letters',
      value: tx.ctx.app.wording.say(tx.ctx.tag, `channels.returned-letters.${isRead ? 'read' : 'unread'}`),
      isForTheEye: true,
    },
    ...(key
      ? [
          { key: 'dkim-name', value: `${dkimSelector}._domainkey.${senderOf(tx.ctx, settings, '').domain}` },
          { key: 'dkim-value', value: dkimRecord(key) },
        ]
      : []),
  ];
}
