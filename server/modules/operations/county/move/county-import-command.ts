import { resolve } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import { readMigrations } from '#platform/migrate';
import { ArchiveProblem } from '../../backup/archive.ts';
import type { MovedCounty } from '../../backup/archive.ts';
import { countsOf } from '../../backup/prove-archive.ts';
import { checkArchive } from '../../backup/read-archive.ts';
import type { WholeArchive } from '../../backup/read-archive.ts';
import { mustKnowTables } from '../../backup/restore-archive.ts';
import { notThere, openedKeys } from '../../backup/restore-command.ts';
import { CountyProblem, hostsNamed } from '../new-county.ts';
import { importCounty } from './import-county.ts';
import { fromFiles } from './moving-keys.ts';

/** `cli county import`: takes a county of another installation in, while the counties that are here work on. */
export const countyImport: Command = {
  name: 'county import',
  summary: '把别处导出的一个县接进来，别的县照常工作 · Take in a county that another installation wrote out',
  usage: [
    'county import <archive> [--hosts=news.example.org,…] [--passphrase-file=<file>]',
    '',
    '  --hosts            这里用的域名；不写就是原来的 · host names here; those it had unless said',
    '  --passphrase-file  导出时的密语；不写就问 · the passphrase of the export; asked for unless said',
    '',
    '  两边要是同一个版本 · both installations must be of the same version',
  ].join('\n'),
  owner: true,
  async run(call) {
    const [path] = call.args;
    if (!path || call.args.length > 1) {
      call.say(`用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
    try {
      return await takeIn(call, resolve(path));
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(error.message);
      return 2;
    }
  },
};

// Whatever may be wrong with the archive, the passphrase or the place is known before anything is touched.
async function takeIn(call: CommandCall, path: string): Promise<number> {
  const { app, flags, ownerUrl, say } = call;
  if (ownerUrl === undefined) throw new Error('an import needs the address of the owner');
  if (app.counties.all().some((county) => county.demonstration))
    throw new ExplainedError(
      '这里装着演示。真实的县要有自己的文件夹：设 XIANGYIN_VAR 和 DEMONSTRATION=off 再来 · This installation holds the demonstration. A real county needs a folder of its own: set XIANGYIN_VAR and DEMONSTRATION=off, then come again',
    );
  progress('核对归档 · checking the archive');
  const archive = await checkArchive(path).catch(notThere(path));
  const moved = await mustFit(archive);
  const hosts = typeof flags['hosts'] === 'string' ? hostsNamed(flags['hosts']) : moved.hosts;
  const keys = fromFiles(await openedKeys(call, archive));
  progress('接进来 · taking it in');
  const { id, proofs } = await importCounty(app, { archive, moved, keys, ownerUrl, hosts, progress });
  await app.counties.reload();
  for (const line of [...countsOf(archive), ...proofs.held]) say(`✓ ${line}`);
  tellWhatNext({ say, moved, hosts, id });
  return 0;
}

async function mustFit({ head }: WholeArchive): Promise<MovedCounty> {
  if (!head.county) throw new ArchiveProblem('of-an-installation');
  await mustKnowTables(head);
  const has = new Set(head.migrations.map(({ name }) => name));
  const lacks = (await readMigrations()).find(({ name }) => !has.has(name));
  if (lacks) throw new ArchiveProblem('older', `${head.version}, ${lacks.name}`);
  return head.county;
}

function tellWhatNext({
  say,
  moved: { slug, hosts: former },
  hosts,
  id,
}: {
  say: (line: string) => void;
  moved: MovedCounty;
  hosts: readonly string[];
  id: number;
}): void {
  say(
    `✓ ${slug} 在这里了，是 ${id} 号，域名 ${hosts.join('、')} · ${slug} is here, as number ${id}, under ${hosts.join(', ')}`,
  );
  if (hosts.some((host) => !former.includes(host)))
    say(
      '  换了域名：通行密钥只认原来的域名，各人用密码进来重设；联邦宇宙的关注者跟不过来 · The host changed: passkeys know the former one alone, everybody sets a new one after signing in with their password; followers in the fediverse do not come along',
    );
  say(`  大家都要重新登录 · everybody signs in again`);
  say(
    `接着在原来的地方 · Next, in the former place: npm run cli -- county close ${slug} --moved-to=https://${hosts[0] ?? ''}`,
  );
}

const progress = (line: string): void => void process.stderr.write(`${line}\n`);
