import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { Document } from './documents/documents.ts';
import type { ChannelsTables } from '../../tables.ts';

/** What stands, or stood, in the fediverse under one id. */
export interface StandingObject {
  readonly id: string;
  readonly document: Document;
  readonly isDeleted: boolean;
}

/** What an account did. */
export interface Activity {
  readonly id: string;
  readonly channelId: string;
  readonly objectId: string;
  readonly act: 'Create' | 'Update' | 'Delete';
  readonly at: Date;
}

const activityColumns = 'id, channel_id as "channelId", object_id as "objectId", act, at';

/** The object under which a story stands in a channel, locked; undefined where it does not stand. */
export async function standingForUpdate(
  tx: Tx,
  channelId: string,
  storyId: string,
): Promise<StandingObject | undefined> {
  const [row] = await tx.named<StandingObject>(
    'channels.activitypub-standing',
    `select id, document, is_deleted as "isDeleted" from channels.activitypub_objects where county_id = $1 and channel_id = $2 and story_id = $3 and not is_deleted for update`,
    [tx.countyId, channelId, storyId],
  );
  return row;
}

/** Keeps two tries of one sending apart: the second waits, and finds what the first did. */
export const lockSending = (tx: Tx, channelId: string): Promise<unknown> =>
  tx.named('channels.activitypub-lock', 'select 1 from channels.channels where county_id = $1 and id = $2 for update', [
    tx.countyId,
    channelId,
  ]);

/** What a sending with this key did already; undefined: nothing yet. */
export async function activityByKey(tx: Tx, channelId: string, key: string): Promise<Activity | undefined> {
  const [row] = await tx.named<Activity>(
    'channels.activitypub-by-key',
    `select ${activityColumns} from channels.activitypub_activities where county_id = $1 and channel_id = $2 and key = $3`,
    [tx.countyId, channelId, key],
  );
  return row;
}

/** Puts an object where nothing stood. */
export const addObject = (
  tx: Tx,
  object: { readonly id: string; readonly channelId: string; readonly storyId: string; readonly document: Document },
): Promise<unknown> =>
  tx.named(
    'channels.activitypub-add-object',
    'insert into channels.activitypub_objects (county_id, id, channel_id, story_id, document, made_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [tx.countyId, object.id, object.channelId, object.storyId, JSON.stringify(object.document), tx.at],
  );

/** Lets an object say something else, or ends it for good. */
export const changeObject = (tx: Tx, id: string, document: Document, isDeleted: boolean): Promise<unknown> =>
  tx.named(
    'channels.activitypub-change-object',
    'update channels.activitypub_objects set document = $3, is_deleted = $4, changed_at = $5 where county_id = $1 and id = $2',
    [tx.countyId, id, JSON.stringify(document), isDeleted, tx.at],
  );

/** Writes down an act and owes it to every server that is to hear of it: those of the followers, and, of what changes or ends, each that was told of it before, whoever follows now. */
export async function addActivity(
  tx: Tx,
  activity: Pick<Activity, 'channelId' | 'objectId' | 'act'> & { readonly key: string },
): Promise<void> {
  const id = newId<'activity'>();
  const inboxes = await inboxesFor(tx, activity);
  await tx.named(
    'channels.activitypub-add-activity',
    'insert into channels.activitypub_activities (county_id, id, channel_id, object_id, act, key, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, activity.channelId, activity.objectId, activity.act, activity.key, tx.at],
  );
  const rows = inboxes.map(({ inbox, server }) => ({
    county_id: tx.countyId,
    id: newId(),
    channel_id: activity.channelId,
    activity_id: id,
    object_id: activity.objectId,
    inbox,
    server,
    state: 'waiting' as const,
    due_at: tx.ctx.app.clock.now(),
    planned_at: tx.at,
    changed_at: tx.at,
  }));
  // Plain VALUES, and no more parameters in one statement than the protocol has.
  for (let from = 0; from < rows.length; from += 2_000)
    await tx
      .tables<ChannelsTables>()
      .insertInto('channels.activitypub_deliveries')
      .values(rows.slice(from, from + 2_000))
      .execute();
}

const inboxesFor = (
  tx: Tx,
  { channelId, objectId }: Pick<Activity, 'channelId' | 'objectId'>,
): Promise<{ inbox: string; server: string }[]> =>
  tx.named(
    'channels.activitypub-inboxes',
    `select inbox, server from channels.activitypub_followers where county_id = $1 and channel_id = $2
     union select inbox, server from channels.activitypub_deliveries where county_id = $1 and object_id = $3 and state <> 'overtaken'`,
    [tx.countyId, channelId, objectId],
  );

/** An object by its id, and the page of the story that it stands for. */
export async function objectById(tx: Tx, id: string): Promise<StandingObject | undefined> {
  const [row] = await tx.named<StandingObject>(
    'channels.activitypub-object',
    'select id, document, is_deleted as "isDeleted" from channels.activitypub_objects where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return row;
}

/** An activity with the object that it is about. */
export async function activityById(
  tx: Tx,
  id: string,
): Promise<{ activity: Activity; object: StandingObject } | undefined> {
  const [activity] = await tx.named<Activity>(
    'channels.activitypub-activity',
    `select ${activityColumns} from channels.activitypub_activities where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  const object = activity && (await objectById(tx, activity.objectId));
  return activity && object ? { activity, object } : undefined;
}

/** What stands in a channel, newest first, with the act that brought it there. */
export async function standingIn(
  tx: Tx,
  channelId: string,
  before: string | undefined,
  limit: number,
): Promise<{ activity: Activity; object: StandingObject }[]> {
  const rows = await tx.named<Activity & { document: Document }>(
    'channels.activitypub-outbox',
    `select a.id, a.channel_id as "channelId", a.object_id as "objectId", a.act, a.at, o.document from channels.activitypub_activities a
       join channels.activitypub_objects o on o.county_id = a.county_id and o.id = a.object_id
      where a.county_id = $1 and a.channel_id = $2 and a.act = 'Create' and not o.is_deleted and ($3::uuid is null or a.id < $3) order by a.id desc limit $4`,
    [tx.countyId, channelId, before ?? null, limit],
  );
  return rows.map(({ document, ...activity }) => ({
    activity,
    object: { id: activity.objectId, document, isDeleted: false },
  }));
}

/** How many objects stand in a channel, and how many follow it. */
export async function countsOf(tx: Tx, channelId: string): Promise<{ standing: number; followers: number }> {
  const [row] = await tx.named<{ standing: number; followers: number }>(
    'channels.activitypub-counts',
    `select (select count(*)::int from channels.activitypub_objects where county_id = $1 and channel_id = $2 and not is_deleted) as standing,
       (select count(*)::int from channels.activitypub_followers where county_id = $1 and channel_id = $2) as followers`,
    [tx.countyId, channelId],
  );
  return row ?? { standing: 0, followers: 0 };
}
