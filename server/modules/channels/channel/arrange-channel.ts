import { placeOrRefuse } from '#places';
import { personById } from '#people';
import { sectionById } from '#newsroom';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChannelChange, ChannelView, ChannelWithSecret, NewChannel } from '../contract.ts';
import { kindOf } from '../kinds/registry.ts';
import { channelForUpdate } from './channel-queries.ts';
import { oweCopies } from './owe-copies.ts';
import { channelView } from './read-channels.ts';
import { changedSecret, firstSecret } from './secrets.ts';

/** Sets up a way to the public; a secret that was made is shown this once. Refuses: BadRequest (400) for a secret that its kind does not know or lacks, ChannelTaken (409) for a name that is there, what its kind lets stand alone, NotFound (404) for a place, section or keeper that is not. */
export async function addChannel(ctx: Ctx, actor: Actor, request: NewChannel): Promise<ChannelWithSecret> {
  const kind = kindOf(request.settings);
  const { sealed, shown } = await firstSecret(ctx, kind, request.secret);
  return ctx.transaction(async (tx) => {
    await mustBeWhole(tx, actor, request);
    await kind.alone?.mustBeFree(tx, request.settings, null);
    const id = newId<'channel'>();
    const added = await tx.named(
      'channels.add-channel',
      `insert into channels.channels (county_id, id, kind, name, place_id, section_ids, is_on, settings, pause_seconds, daily_limit, keeper_id, version, made_at, changed_at, language, sealed_secret, carrier)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12, $13, $14, $15) on conflict do nothing returning 1`,
      [
        tx.countyId,
        id,
        kind.key,
        request.name,
        request.placeId,
        request.sectionIds,
        request.isOn,
        JSON.stringify(request.settings),
        request.pauseSeconds,
        request.dailyLimit,
        request.keeperId,
        tx.at,
        request.language,
        sealed,
        kind.capabilities(request.settings).carrier,
      ],
    );
    if (added.length === 0) nameTaken();
    await audit(tx, actor, {
      act: 'channel.add',
      noun: 'channel',
      subjectId: id,
      placeId: request.placeId,
      detail: { kind: kind.key, enabled: request.isOn },
    });
    return { channel: await channelView(tx, actor, id), secret: shown };
  });
}

/** Changes a channel, or turns it on or off; copies that are on their way go by what it is from now on, and those of a channel that is turned off are owed. Refuses: StaleVersion, ChannelTaken (409), what its kind lets stand alone, BadRequest (400) for another kind, NotFound (404). */
export async function changeChannel(
  ctx: Ctx,
  actor: Actor,
  { channelId, ...change }: ChannelChange & { channelId: string },
): Promise<ChannelView> {
  return ctx.transaction(async (tx) => {
    const before = await channelForUpdate(tx, channelId);
    must(tx, actor, 'channel.arrange', before);
    mustBeAsRead(before.version, change.version);
    if (before.kind !== change.settings.kind)
      refuse('BadRequest', {}, [{ path: '/settings/kind', code: 'invalid_value' }]);
    await mustBeWhole(tx, actor, change);
    const kind = kindOf(change.settings);
    await kind.alone?.mustBeFree(tx, change.settings, channelId);
    const sealed = await changedSecret(tx, kind, channelId, change.secret);
    const [taken] = await tx.named(
      'channels.name-taken',
      'select 1 from channels.channels where county_id = $1 and name = $2 and id <> $3',
      [tx.countyId, change.name, channelId],
    );
    if (taken) nameTaken();
    await tx.named(
      'channels.change-channel',
      `update channels.channels set name = $3, place_id = $4, section_ids = $5, is_on = $6, settings = $7, pause_seconds = $8, daily_limit = $9, keeper_id = $10,
         problem = case when $6 then null else problem end, failures_in_row = 0, opens_at = null, version = version + 1, changed_at = $11, language = $12,
         carrier = $13, sealed_secret = coalesce($14, sealed_secret) where county_id = $1 and id = $2`,
      [
        tx.countyId,
        channelId,
        change.name,
        change.placeId,
        change.sectionIds,
        change.isOn,
        JSON.stringify(change.settings),
        change.pauseSeconds,
        change.dailyLimit,
        change.keeperId,
        tx.at,
        change.language,
        kind.capabilities(change.settings).carrier,
        sealed,
      ],
    );
    const owed = before.isOn && !change.isOn ? await oweCopies(tx, channelId, actor) : 0;
    await audit(tx, actor, {
      act: 'channel.change',
      noun: 'channel',
      subjectId: channelId,
      placeId: change.placeId,
      detail: { kind: before.kind, enabled: change.isOn, ...(owed > 0 ? { copies: owed } : {}) },
    });
    return channelView(tx, actor, channelId);
  });
}

async function mustBeWhole(tx: Tx, actor: Actor, wanted: Omit<NewChannel, 'settings' | 'secret'>): Promise<void> {
  placeOrRefuse(tx, wanted.placeId);
  must(tx, actor, 'channel.arrange', wanted);
  for (const id of wanted.sectionIds ?? []) await sectionById(tx, id);
  if (wanted.keeperId) found(await personById(tx, wanted.keeperId));
}

const nameTaken = (): never => refuse('ChannelTaken', {}, [{ path: '/name', code: 'taken' }]);
