import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../../../channel/secrets.ts';
import { addressesOf } from '../documents/addresses.ts';
import { activityDocument } from '../documents/documents.ts';
import type { Document } from '../documents/documents.ts';
import { activityById } from '../objects.ts';
import type { Signer, Signs } from './post-document.ts';

/** A document on its way to one inbox. */
export interface OwedDocument {
  readonly id: string;
  readonly channelId: string;
  readonly inbox: string;
  readonly server: string;
  readonly tries: number;
  readonly plannedAt: Date;
  readonly signs: Signs;
  readonly document: Document;
  readonly signer: Signer;
}

interface Row {
  id: string;
  channelId: string;
  activityId: string | null;
  objectId: string | null;
  accepts: Document | null;
  inbox: string;
  server: string;
  tries: number;
  plannedAt: Date;
  signs: Signs;
}

/** Longer than two calls take; what is claimed longer was left by a process that is gone, and is sent again under the same id, which servers know. */
const claimSeconds = 60;
/** Calls to one server at once; one that failed often is tried with one. */
const slotsOfServer = 4;

/** Takes what is due, of each server no more than has room (`busy`: calls under way by server). Of one object in one inbox only the first is taken, so that no act overtakes another; and a server that is still to hear that one of its people may follow hears that first, for of an account that nobody there follows it takes nothing. */
export const claimDeliveries = (ctx: Ctx, busy: ReadonlyMap<string, number>, room: number): Promise<OwedDocument[]> =>
  ctx.transaction(async (tx) => {
    const now = ctx.app.clock.now();
    const rows = await tx.named<Row>(
      'channels.activitypub-claim',
      `update channels.activitypub_deliveries d set claimed_until = $6, tries = d.tries + 1 where d.county_id = $1 and (d.claimed_until is null or d.claimed_until <= $2) and d.state = 'waiting' and d.id in (
         select w.id from (
           select q.id, q.due_at, row_number() over (partition by q.server order by q.due_at, q.id) as place, case when s.opens_at is null then ${slotsOfServer} else 1 end - coalesce(b.busy, 0) as free
             from channels.activitypub_deliveries q left join channels.activitypub_servers s on s.county_id = q.county_id and s.server = q.server
             left join unnest($3::text[], $4::int[]) as b (server, busy) on b.server = q.server
            where q.county_id = $1 and q.state = 'waiting' and q.due_at <= $2 and (q.claimed_until is null or q.claimed_until <= $2) and (s.opens_at is null or s.opens_at <= $2)
              and not exists (select 1 from channels.activitypub_deliveries o where o.county_id = q.county_id and o.object_id = q.object_id and o.inbox = q.inbox and o.id < q.id and o.state = 'waiting')
              and (q.accepts is not null or not exists (select 1 from channels.activitypub_deliveries a where a.county_id = q.county_id and a.channel_id = q.channel_id and a.server = q.server and a.state = 'waiting' and a.accepts is not null and a.id < q.id))
         ) w where w.place <= w.free order by w.due_at, w.id limit $5)
       returning d.id, d.channel_id as "channelId", d.activity_id as "activityId", d.object_id as "objectId", d.accepts, d.inbox, d.server, d.tries, d.planned_at as "plannedAt",
         coalesce((select s.signs from channels.activitypub_servers s where s.county_id = d.county_id and s.server = d.server), 'rfc9421') as signs`,
      [tx.countyId, now, [...busy.keys()], [...busy.values()], room, new Date(now.getTime() + claimSeconds * 1_000)],
    );
    const signers = new Map<string, Signer>();
    const acts: Acts = new Map();
    const owed: OwedDocument[] = [];
    for (const row of rows) {
      const document = await documentOf(tx, row, acts);
      if (!document) {
        await overtaken(tx, row.id);
        continue;
      }
      const signer = signers.get(row.channelId) ?? (await signerOf(tx, row.channelId));
      signers.set(row.channelId, signer);
      owed.push({ ...row, document, signer });
    }
    return owed;
  });

/** What was read already: one act goes to many servers. */
type Acts = Map<string, Awaited<ReturnType<typeof activityById>>>;

/** What goes to the inbox now; undefined where nothing is to be told there any more. */
async function documentOf(tx: Tx, row: Row, acts: Acts): Promise<Document | undefined> {
  if (row.accepts) return acceptDocument(tx, row, row.accepts);
  const id = row.activityId ?? '';
  const found = acts.get(id) ?? (await activityById(tx, id));
  acts.set(id, found);
  if (!found) return undefined;
  const { activity, object } = found;
  // What was taken down meanwhile is not spread any more; and whoever never got it need not hear that it is gone.
  if (activity.act === 'Delete' ? !(await wasTold(tx, row)) : object.isDeleted) return undefined;
  return activityDocument(tx.ctx, activity, object.document);
}

function acceptDocument(tx: Tx, { id, channelId }: Row, accepts: Document): Document {
  const { actor } = addressesOf(tx.ctx, channelId);
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${actor}#accepts/${id}`,
    type: 'Accept',
    actor,
    object: { ...accepts, type: 'Follow', object: actor },
  };
}

async function wasTold(tx: Tx, { id, objectId, inbox }: Row): Promise<boolean> {
  const [told] = await tx.named(
    'channels.activitypub-told',
    'select 1 from channels.activitypub_deliveries where county_id = $1 and object_id = $2 and inbox = $3 and id <> $4 and tries > 0 and state <> $5 limit 1',
    [tx.countyId, objectId, inbox, id, 'overtaken'],
  );
  return told !== undefined;
}

// What was overtaken before any try is as if it had never been planned.
const overtaken = (tx: Tx, id: string): Promise<unknown> =>
  tx.named(
    'channels.activitypub-overtaken',
    `update channels.activitypub_deliveries set state = case when tries > 1 then 'given-up' else 'overtaken' end, due_at = null, claimed_until = null, changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at],
  );

async function signerOf(tx: Tx, channelId: string): Promise<Signer> {
  const [privateKey = ''] = await openSecrets(tx, channelId);
  return { keyId: addressesOf(tx.ctx, channelId).key, privateKey };
}
