import { stat, statfs } from 'node:fs/promises';
import { credentialProblem } from '#media';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import type { Finding } from './finding.ts';

/** What of the installation can be seen without the owner's database address: by the doctor, and by the watch over troubles. */
export interface Looked {
  readonly app: App;
}

/** A disk that the program writes to. */
interface Disk {
  /** The first of its folders that are watched. */
  readonly folder: string;
  readonly gigabytes: number;
}

// One that is not there yet is made by whoever needs it.
async function disksOf({ settings }: App): Promise<Disk[]> {
  const folders = [settings.varDirectory, ...(settings.room?.folders ?? []), settings.backups?.folder ?? ''];
  const disks = new Map<number, Disk>();
  for (const folder of folders.filter(Boolean)) {
    const [at, room] = await Promise.all([stat(folder), statfs(folder)]).catch(() => []);
    if (at && room && !disks.has(at.dev))
      disks.set(at.dev, { folder, gigabytes: (room.bavail * room.bsize) / 1024 ** 3 });
  }
  return [...disks.values()];
}

/** Gigabytes that are free on the fullest of the disks: the data folder's, those of WATCHED_FOLDERS, the backups'. */
export const freeGigabytes = async (app: App): Promise<number> =>
  Math.min(...(await disksOf(app)).map(({ gigabytes }) => gigabytes));
/** With less the disk is nearly full. */
export const leastGigabytes = 2;

/** Whether there is room. */
export async function disk({ app }: Looked): Promise<Finding[]> {
  return (await disksOf(app)).map(({ folder, gigabytes }) => ({
    ok: gigabytes > leastGigabytes,
    what: `${folder} 的磁盘还剩 ${gigabytes.toFixed(1)} GB · disk space left there`,
    remedy: '腾出至少 2 GB · free at least 2 GB',
  }));
}

/** Whether files can be kept. */
export async function files({ app }: Looked): Promise<Finding> {
  return {
    ok: await app.files.works().catch(() => false),
    what:
      app.files.kind === 's3'
        ? '文件存得进、读得出、删得掉（S3） · a file can be put, read and removed (S3)'
        : '文件存得进、读得出、删得掉 · a file can be put, read and removed',
    remedy:
      app.files.kind === 's3'
        ? '检查 S3_URL：地址、存储桶、密钥、地区，以及读、写、删和列出的权限 · check S3_URL: address, bucket, keys, region, and the rights to read, write, delete and list'
        : '检查 var/files 的主人和权限 · check owner and mode of var/files',
  };
}

/** Whether published pictures can be signed. */
export async function pictureCredential({ app }: Looked): Promise<Finding> {
  const problem = await credentialProblem(app.settings);
  return {
    ok: problem === undefined,
    what: problem
      ? `发布的图片签不了名 · published pictures are not signed (${problem})`
      : '发布的图片签得了名 · published pictures can be signed',
    remedy:
      '检查 C2PA_CREDENTIAL：一个 PEM 文件，里面是私钥和证书，签名人的证书在前；不写它，就用本县自己的证书 · check C2PA_CREDENTIAL: a PEM file with key and certificates, the signer’s first; without it the county’s own certificate is used',
  };
}

/** Whether the keys are there and work. */
export async function keys({ app }: Looked): Promise<Finding> {
  const missing: string[] = [];
  for (const county of app.counties.all()) {
    const made = await inCounty(app, county, (ctx) => ctx.transaction(purposesOfKeys));
    for (const purpose of made)
      if (!(await app.keys.holds(county.id, purpose))) missing.push(`${county.slug}/${purpose}`);
  }
  return {
    ok: missing.length === 0 && (await app.keys.isUsable().catch(() => false)),
    what: `钥匙都在，签得了、封得了 · the keys are there, sign and seal${missing.length > 0 ? ` (${missing.join(', ')})` : ''}`,
    remedy:
      '检查 var/keys 的主人和权限（0700）；钥匙不见了就从备份取回 · check owner and mode of var/keys; bring lost keys back from the backup',
  };
}

async function purposesOfKeys(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ purpose: string }>(
    'operations.key-purposes',
    `select distinct purpose from platform.signing_keys where county_id = $1 and retired_at is null and algorithm = 'Ed25519'`,
    [tx.countyId],
  );
  return rows.map(({ purpose }) => purpose);
}

/** Whether the chains are sealed. The worker seals every second: an old row means that none runs, or that it cannot. */
export async function sealing({ app }: Looked): Promise<Finding> {
  const minuteAgo = new Date(app.clock.now().getTime() - 60_000);
  let waiting = 0;
  for (const county of app.counties.all())
    waiting += await inCounty(app, county, (ctx) => ctx.transaction((tx) => unsealedSince(tx, minuteAgo)));
  return {
    ok: waiting === 0,
    what: `${waiting} 行审计或时长一分钟后还没封存 · rows of audit or hours not sealed after a minute`,
    remedy: '要有一个带 worker 角色的进程在运行；看它的日志 · a process with the role worker must run; look at its log',
  };
}

// Ids carry the real time at which they were made (UUIDv7): the county's own clock may stand still.
async function unsealedSince(tx: Tx, before: Date): Promise<number> {
  const limit = before.getTime().toString(16).padStart(12, '0');
  const [row] = await tx.named<{ n: number }>(
    'operations.unsealed-since',
    `select count(*)::int as n from platform.unsealed where county_id = $1 and left(replace(row_id::text, '-', ''), 12) < $2`,
    [tx.countyId, limit],
  );
  return row?.n ?? 0;
}
