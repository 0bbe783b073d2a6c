import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { openSecrets } from '../../channel/secrets.ts';
import type { Account } from './documents/documents.ts';
import { publicKeyOf } from './keys.ts';
import type { ActivitypubSettings } from './settings.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly settings: ActivitypubSettings;
  readonly madeAt: Date;
}
const columns = 'id, name, settings, made_at as "madeAt"';

/** An account by its channel, also while it is off: those who follow it know it by its address. Refuses: NotFound (404). */
export async function accountById(tx: Tx, id: string): Promise<Account> {
  const [row] = await tx.named<Row>(
    'channels.activitypub-account',
    `select ${columns} from channels.channels where county_id = $1 and id = $2 and kind = 'activitypub'`,
    [tx.countyId, id],
  );
  return accountOf(tx, found(row));
}

/** The id of the account with this handle; undefined where there is none that is on. */
export async function accountIdByHandle(tx: Tx, handle: string): Promise<string | undefined> {
  const [row] = await tx.named<{ id: string }>(
    'channels.activitypub-by-handle',
    `select id from channels.channels where county_id = $1 and kind = 'activitypub' and is_on and settings ->> 'handle' = $2`,
    [tx.countyId, handle],
  );
  return row?.id;
}

/** Whether there is an account with this id, on or off. */
export async function isAccount(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.named(
    'channels.activitypub-known',
    `select 1 from channels.channels where county_id = $1 and id = $2 and kind = 'activitypub'`,
    [tx.countyId, id],
  );
  return rows.length > 0;
}

/** The accounts that are on, by the name of their channel. */
export const accountsOn = (tx: Tx): Promise<Pick<Row, 'name' | 'settings'>[]> =>
  tx.named<Pick<Row, 'name' | 'settings'>>(
    'channels.activitypub-accounts-on',
    `select name, settings from channels.channels where county_id = $1 and kind = 'activitypub' and is_on order by name, id`,
    [tx.countyId],
  );

/** How many accounts the county has, and how many texts stand in them. */
export async function accountFigures(tx: Tx): Promise<{ accounts: number; texts: number }> {
  const [row] = await tx.named<{ accounts: number; texts: number }>(
    'channels.activitypub-figures',
    `select (select count(*)::int from channels.channels where county_id = $1 and kind = 'activitypub' and is_on) as accounts,
       (select count(*)::int from channels.activitypub_objects where county_id = $1 and not is_deleted) as texts`,
    [tx.countyId],
  );
  return row ?? { accounts: 0, texts: 0 };
}

async function accountOf(tx: Tx, { id, name, settings, madeAt }: Row): Promise<Account> {
  const [privateKey = ''] = await openSecrets(tx, id);
  return {
    id,
    name: settings.title || name,
    handle: settings.handle,
    summary: settings.summary,
    madeAt,
    publicKey: publicKeyOf(privateKey),
  };
}
