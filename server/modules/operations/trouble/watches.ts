import { credentialProblem } from '#media';
import { failedSince } from '#notices';
import type { BackupRecord } from '#platform/backups';
import { machineClock } from '#platform/clock';
import type { Ctx, Tx } from '#platform/transaction';
import { isOverdue, lastWhole } from '../backup/backup-record.ts';
import { certificateDays, certificatesOf } from '../doctor/look-at-address.ts';
import { files, freeGigabytes, keys, leastGigabytes, sealing } from '../doctor/look-at-installation.ts';
import { minutesWrong } from '../doctor/look-at-clock.ts';
import { lookAtReplica } from '../doctor/look-at-replica.ts';
import { outboxLag } from '../metrics/outbox-lag.ts';

/** Values for the words of a trouble. */
export type TroubleFacts = Readonly<Record<string, string | number>>;

/** One thing that is watched. */
export interface Watch {
  /** Its words stand under `notice.trouble.<key>`. */
  readonly key: string;
  /** Quiet hours do not hold it back: with each hour more is lost. */
  readonly cannotWait: boolean;
  readonly href: string;
  /** It watches work that rests while the disk is nearly full. */
  readonly restsWithoutRoom?: boolean;
  /** It watches the installation, which is the same for all its counties. */
  readonly ofInstallation?: boolean;
  /** The facts of the trouble; null: all is well. */
  look(ctx: Ctx): Promise<TroubleFacts | null>;
}

const jobsPage = '/console/jobs';
const day = 86_400_000;
/** Events that nobody handed on for so long wait for a worker that does not run. */
const lagSeconds = 600;

const when = (isTrouble: boolean, facts: TroubleFacts = {}): TroubleFacts | null => (isTrouble ? facts : null);

/** What is watched over, as the doctor looks at it; what only whoever owns the database can see is left to the doctor. */
export const watches: readonly Watch[] = [
  {
    key: 'disk',
    ofInstallation: true,
    cannotWait: true,
    href: jobsPage,
    async look({ app }) {
      const free = await freeGigabytes(app);
      return when(free < leastGigabytes, { gigabytes: free.toFixed(1) });
    },
  },
  {
    key: 'clock',
    ofInstallation: true,
    cannotWait: true,
    href: jobsPage,
    async look({ app }) {
      // A clock that is set by hand is as it is meant to be.
      const minutes = app.clock === machineClock ? await minutesWrong({ app }) : 0;
      return when(minutes > 0, { minutes });
    },
  },
  {
    key: 'files',
    ofInstallation: true,
    cannotWait: true,
    href: jobsPage,
    look: async ({ app }) => when(!(await files({ app })).ok),
  },
  {
    key: 'keys',
    ofInstallation: true,
    cannotWait: true,
    href: jobsPage,
    look: async ({ app }) => when(!(await keys({ app })).ok),
  },
  {
    key: 'certificate',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    async look({ app }) {
      const by = new Date(app.clock.now().getTime() + certificateDays * day);
      return when((await credentialProblem(app.settings, by)) !== undefined);
    },
  },
  {
    key: 'address',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    async look({ app }) {
      // What cannot be reached from this machine may well be reached by readers.
      for (const [host, state] of await certificatesOf(app))
        if (state.is === 'ends' || state.is === 'ended') return { host, day: state.until.toISOString().slice(0, 10) };
      return null;
    },
  },
  {
    key: 'backup',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    look: (ctx) => ctx.transaction(async (tx) => when(isLate(tx, 'backup', await lastWhole(tx)))),
  },
  {
    key: 'proof',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    look: (ctx) => ctx.transaction(async (tx) => when(isLate(tx, 'proof', await lastWhole(tx)))),
  },
  {
    key: 'copy',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    look: (ctx) =>
      ctx.transaction(async (tx) =>
        when(ctx.app.settings.backups?.place !== undefined && isLate(tx, 'copy', await lastWhole(tx))),
      ),
  },
  {
    key: 'jobs',
    cannotWait: false,
    href: jobsPage,
    look: (ctx) =>
      ctx.transaction(async (tx) => {
        const count = await failedJobsOf(tx);
        return when(count > 0, { count });
      }),
  },
  {
    key: 'outbox',
    cannotWait: true,
    href: jobsPage,
    restsWithoutRoom: true,
    look: (ctx) =>
      ctx.transaction(async (tx) => {
        const lag = await outboxLag(tx);
        return when(lag > lagSeconds, { minutes: Math.round(lag / 60) });
      }),
  },
  {
    key: 'sealing',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    restsWithoutRoom: true,
    look: async ({ app }) => when(!(await sealing({ app })).ok),
  },
  {
    key: 'room',
    ofInstallation: true,
    cannotWait: true,
    href: jobsPage,
    look: async ({ app }) => when(app.room.isShort),
  },
  {
    key: 'messages',
    cannotWait: false,
    href: '/console/failed-notices',
    look: (ctx) =>
      ctx.transaction(async (tx) => {
        const rows = await failedSince(tx, new Date(tx.at.getTime() - day));
        const count = rows.reduce((sum, one) => sum + one.count, 0);
        return when(count > 0, { count });
      }),
  },
  {
    key: 'replica',
    ofInstallation: true,
    cannotWait: false,
    href: jobsPage,
    look: async ({ app }) => when((await lookAtReplica({ app })).some(({ ok }) => !ok)),
  },
];

// Backups are of the installation and made by real time.
const isLate = (tx: Tx, kind: BackupRecord['kind'], last: Awaited<ReturnType<typeof lastWhole>>): boolean =>
  isOverdue(kind, last[kind], tx.ctx.app.clock.now());

async function failedJobsOf(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'operations.count-failed-jobs',
    `select count(*)::int as n from jobs.job where (data ->> 'county')::int = $1 and state = 'failed'`,
    [tx.countyId],
  );
  return row?.n ?? 0;
}
