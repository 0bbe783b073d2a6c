import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { channelForUpdate } from '../../../channel/channel-queries.ts';
import { returnedForUpdate } from './returned-queries.ts';
import type { ReturnedRow } from './returned-queries.ts';

/** An address whose letters come back, and its newsletter. */
export interface TendedAddress {
  readonly channelId: string;
  readonly addressId: string;
}

/** The address, locked, for whoever runs its newsletter; what they do with it is on record, the address is not. Refuses: NotFound (404), Forbidden (403). */
export async function tendAddress(
  tx: Tx,
  actor: Actor,
  { channelId, addressId }: TendedAddress,
  act: 'channel.see-address' | 'channel.put-address-back' | 'channel.take-address-out',
): Promise<ReturnedRow> {
  const channel = await channelForUpdate(tx, channelId);
  must(tx, actor, 'channel.tend-addresses', channel);
  const address = found(await returnedForUpdate(tx, channelId, addressId));
  await audit(tx, actor, {
    act,
    noun: 'channel',
    subjectId: channelId,
    placeId: channel.placeId,
    detail: { subscriberId: addressId, reason: address.reason },
  });
  return address;
}
