import { existsSync } from 'node:fs';
import pg from 'pg';
import { demonstrationAccountsFile, unsettledSince } from '#operations';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { countiesSignedElsewhere } from '#platform/key-rotation';
import type { Settings } from '#platform/settings';
import { weakSecrets } from './weak-secrets.ts';

/** Refuses to start a real county with anything of a demonstration beside it, on a data folder that is another installation's, or with secrets that are guessed at the first try. A demonstration alone may be as it likes.
 *  Throws ExplainedError with everything that is wrong at once, each with its remedy; never a secret. */
export async function mustBeFit(app: App, settings: Settings, ownerUrl: string): Promise<void> {
  if (app.counties.all().every((county) => county.demonstration)) return;
  const problems = [
    ...besideDemonstration(app),
    ...(await demonstrationAccounts(ownerUrl)),
    ...accountsOnDisk(settings.varDirectory),
    ...(await halfRestored(app)),
    ...(await keysElsewhere(app)),
    ...(await weakSecrets(settings)),
  ];
  if (problems.length === 0) return;
  const head = '这里有真实的县，这样不能启动 · A real county lives here, and the program does not start like this:';
  throw new ExplainedError([head, ...problems.map((one) => `  ✗ ${one}`)].join('\n'));
}

const besideDemonstration = (app: App): string[] =>
  app.counties
    .all()
    .filter((county) => county.demonstration)
    .map(
      ({ slug }) =>
        `演示县 ${slug} 还开着：county close ${slug} · the demonstration ${slug} is open beside it: county close ${slug}`,
    );

// It would let in whoever was signed in then, and hold what people had deleted since.
async function halfRestored(app: App): Promise<string[]> {
  const since = await unsettledSince(app.pool);
  return since === null
    ? []
    : [
        `恢复没有做完（备份是 ${since} 的）：用那份备份把 restore 再做一次，它接着做完 · a restore was broken off (of the archive made at ${since}): give restore with that archive once more, it goes on`,
      ];
}

const keysElsewhere = async (app: App): Promise<string[]> =>
  (await countiesSignedElsewhere(app)).map(
    ({ slug }) =>
      `${slug} 签名的钥匙不在 ${app.settings.varDirectory} 里：这个数据库是另一个安装的，或数据目录写错了（DATABASE_URL、XIANGYIN_VAR）。钥匙真丢了，就从备份或恢复单取回；取不回：keys rotate --why=lost --county=${slug} · the keys of ${slug} do not lie in ${app.settings.varDirectory}: this database is another installation’s, or the data folder is the wrong one (DATABASE_URL, XIANGYIN_VAR). Are they truly lost, bring them back from the backup or the recovery kit; if they cannot be: keys rotate --why=lost --county=${slug}`,
  );

// By the owner: it must see every county's rows.
async function demonstrationAccounts(ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ slug: string; n: number }>(
      `select c.slug, count(*)::int as n from platform.counties c join access.accounts a on a.county_id = c.id
        where not c.demonstration and c.closed_at is null and a.disabled_at is null
          and (a.demonstration or exists (select 1 from access.passkeys p where p.county_id = c.id and p.person_id = a.person_id and p.server_held))
        group by c.slug order by c.slug`,
    );
    return rows.map(
      ({ slug, n }) =>
        `${slug} 有 ${n} 个演示账户，口令人人可知；演示不能改成真实的县，请另起一个：county start · ${slug} has ${n} accounts of a demonstration, whose passwords are known; a demonstration cannot become a real county, start another: county start`,
    );
  } finally {
    await owner.end().catch(() => undefined);
  }
}

const accountsOnDisk = (varDirectory: string): string[] => {
  const file = demonstrationAccountsFile(varDirectory);
  return existsSync(file)
    ? [`${file} 是演示账户的口令，删掉它 · holds the passwords of a demonstration: delete it`]
    : [];
};
