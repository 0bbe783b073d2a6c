import type { App } from '#platform/app';
import type { CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import type { BackupRecord } from '#platform/backups';
import { placeWords } from '../backup/backup-place.ts';
import { isOverdue, lastWhole } from '../backup/backup-record.ts';
import type { Finding } from './finding.ts';

/** Whether a real county could be brought back: how old the last backup and the last proof of one are. Nothing of a demonstration. */
export async function lookAtBackups({ app }: Pick<CommandCall, 'app'>): Promise<Finding[]> {
  const [county] = app.counties.all();
  if (!county || app.counties.all().every(({ demonstration }) => demonstration)) return [];
  const { backup, proof, copy } = await inCounty(app, county, (ctx) => ctx.transaction((tx) => lastWhole(tx)));
  const now = app.clock.now();
  const place = placeWords(app);
  return [
    {
      ok: !isOverdue('backup', backup, now),
      what: `最近一次备份：${shown(backup).zh} · last backup: ${shown(backup).en}`,
      remedy:
        'npm run cli -- backup；每晚自动备份要有带 worker 角色的进程在运行，BACKUP_NIGHTLY 没有关 · npm run cli -- backup; nightly ones need a running process with the role worker, and BACKUP_NIGHTLY not off',
    },
    {
      ok: !isOverdue('proof', proof, now),
      what: `最近一次试恢复：${shown(proof).zh} · last proof of a backup: ${shown(proof).en}`,
      remedy:
        'npm run cli -- backup --prove，看它说什么不符 · npm run cli -- backup --prove, and see what it says does not hold',
    },
    ...(place
      ? [
          {
            ok: !isOverdue('copy', copy, now),
            what: `最近一次送到${place.zh}的备份：${shown(copy).zh} · last copy ${place.en}: ${shown(copy).en}`,
            remedy: `检查 ${place.setting}，再做一次 npm run cli -- backup · check ${place.setting}, then npm run cli -- backup`,
          },
        ]
      : []),
    ...(backup && !backup.withKeys
      ? [{ ok: false, what: '备份里没有钥匙 · the backup holds no keys', remedy: passphraseRemedy }]
      : []),
    ...lookAtPassphrase(app),
  ];
}

const passphraseRemedy =
  '写一句 12 个字符以上的密语到文件里，用 BACKUP_PASSPHRASE_FILE 指明；密语另外抄一份 · write a passphrase of 12 characters or more into a file and name it in BACKUP_PASSPHRASE_FILE; keep a copy of it elsewhere';

/** Whether the nights to come keep the keys; nothing where all is well or none are made. On a machine that was restored the setting is easily forgotten, and what lies there from before has them still. */
export function lookAtPassphrase({ settings: { backups } }: App): Finding[] {
  if (!backups?.nightly || backups.passphraseFile !== null) return [];
  return [
    {
      ok: false,
      what: '每晚的备份不带钥匙：没有设 BACKUP_PASSPHRASE_FILE · nightly backups will hold no keys: BACKUP_PASSPHRASE_FILE is not set',
      remedy: passphraseRemedy,
    },
  ];
}

function shown(record: BackupRecord | undefined): { zh: string; en: string } {
  if (!record) return { zh: '还没有', en: 'none yet' };
  const words = `${record.endedAt.toISOString()}, ${record.archive}`;
  return { zh: words, en: words };
}
