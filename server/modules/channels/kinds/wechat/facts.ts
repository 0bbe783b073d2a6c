import { addressOf } from '#platform/county-address';
import type { Tx } from '#platform/transaction';
import type { ChannelFact } from '../kind.ts';
import { partsOf } from '../sending.ts';
import { callbackKeys } from './callback-keys.ts';

/** What is entered at the platform, under 设置与开发, so that it says when an article is published. */
export async function facts(
  tx: Tx,
  { id, secrets }: { readonly id: string; readonly secrets: readonly string[] },
): Promise<ChannelFact[]> {
  const { appSecret } = partsOf(secrets);
  if (!appSecret) return [];
  const { token, aesKey } = callbackKeys(appSecret, id);
  return [
    { key: 'wechat-address', value: `${addressOf(tx.ctx)}/api/v1/channels/${id}/wechat-callbacks` },
    { key: 'wechat-token', value: token },
    { key: 'wechat-aes-key', value: aesKey },
    { key: 'wechat-mode', value: tx.ctx.app.wording.say(tx.ctx.tag, 'channels.fact.wechat-mode-value') },
  ];
}
