import { plantForest } from '#places';
import { ExplainedError } from '#platform/explained-error';
import { alreadyRunning, anyInstance } from '#platform/instance';
import type { Command, CommandCall } from '#platform/manifest';
import { doctor } from '../../doctor/doctor-command.ts';
import { removeDemonstration } from '../empty-demonstration.ts';
import { CountyProblem } from '../new-county.ts';
import { askForOptions } from './ask-for-options.ts';
import { keepSettings, mustNotBeOverruled, settingsFor } from './keep-settings.ts';
import { passphraseFile } from './passphrase.ts';
import { withFile } from './start-request.ts';
import type { StartRequest } from './start-request.ts';
import { bringPlaces, invite, layOutKit, makeKeys, openCounty, tryMail } from './steps.ts';

/** `cli county start`: from the demonstration, or from nothing, to a real county whose administrator can sign in. Each step is whole or not there; given again after an interruption the command goes on from where it was. */
export const countyStart: Command = {
  name: 'county start',
  summary: '从演示（或空的安装）到一个真实的县 · From the demonstration, or nothing, to a real county',
  usage: [
    'county start [--file=<county.json>] [options]',
    '',
    '在终端里，没写的会一样一样问 · At a terminal, what is left out is asked for.',
    '',
    '  --slug, --name-zh, --name-en, --publisher-zh, --publisher-en, --phone, --pack, --languages, --time-zone, --hosts, --levels',
    '                         同 county add · as for county add',
    '  --address              读者输入的地址，https:// · what readers type; PUBLIC_ADDRESS unless said',
    '  --places               地方名单（CSV，同 places import） · list of places, a CSV file as places import takes it',
    '  --division             或者：县的六位编号，同 places import · or the county’s code of six digits, as for places import',
    '  --package, --integrity, --as-of   同 places import · as for places import',
    '  --admin-name, --admin-login   第一位管理员 · the first administrator',
    '  --smtp-url-file        文件里是发邮件的服务器（SMTP_URL） · a file that holds the mail server (SMTP_URL)',
    '  --smtp-from            发件人 · the sender of mail',
    '  --test-mail            测试邮件寄到哪里 · where a test message goes',
    '  --kit                  恢复单写到哪里 · where the recovery kit is written (var/recovery-kit-<slug>.txt)',
    '  --remove-demonstration 演示全部删掉，不能恢复 · removes all of the demonstration, for good',
    '  --file                 同样的项写在一个 JSON 文件里；smtp-url 也可以（chmod 600）',
    '                         the same options in a JSON file; smtp-url may stand there too (chmod 600)',
    '',
    '  中断了就再运行一次 · interrupted? give the same command again. docs/operations/start-a-county.md',
  ].join('\n'),
  owner: true,
  async run(call) {
    if (await isRunning(call)) return 1;
    try {
      const request = await askForOptions(call, await withFile(call.flags));
      return await start(call, request);
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(`${error.message}\n\nnpm run cli -- county start --help`);
      return 2;
    }
  },
};

async function start(call: CommandCall, request: StartRequest): Promise<number> {
  const { app, say } = call;
  if (!mayBegin(call, request)) return 1;
  const own = app.settings.backups?.passphraseFile ? null : await passphraseFile(app.settings.varDirectory);
  const changes = settingsFor(app, request, own?.path ?? null);
  mustNotBeOverruled(changes, process.env);
  // Before the demonstration goes: a start in between must not load it again.
  const settings = await keepSettings(app, changes, say);
  if (app.counties.all().some((county) => county.demonstration)) {
    await removeDemonstration(app, ownerOf(call));
    await plantForest(app);
    say('✓ 演示已全部删掉 · The demonstration is removed, all of it');
  }
  const county = await openCounty(app, request, say);
  if (!(await bringPlaces(app, county, request, say))) return 1;
  const publicKeys = await makeKeys(app, county, say);
  await layOutKit(app, county, { request, publicKeys, passphrase: own?.passphrase ?? null }, say);
  const changed = { ...app, settings };
  const sent = await tryMail(changed, county, request, say);
  await invite(app, county, request, say);
  say('\n还不安全、还没有设的 · What is unsafe or not set yet:');
  await doctor.run({ ...call, app: changed, say: (line) => void (line.startsWith('✓') || say(line)) });
  say(`\n启动 · Start it: npm start  →  ${request.address}`);
  return sent ? 0 : 1;
}

// Says what stands in the way, and touches nothing.
function mayBegin({ app, say }: CommandCall, { removesDemonstration, county }: StartRequest): boolean {
  const demonstration = app.counties.all().find((one) => one.demonstration);
  if (!demonstration) return true;
  if (!removesDemonstration || demonstration.slug === county.slug) {
    say(
      '这里装着演示。加上 --remove-demonstration，它会全部删掉，不能恢复。 · The demonstration is here. With --remove-demonstration all of it goes, for good.',
    );
    return false;
  }
  return true;
}

// Before anything is asked: what runs here would go on with what it remembers of the demonstration.
async function isRunning({ app, say }: CommandCall): Promise<boolean> {
  if (app.counties.all().every((one) => !one.demonstration)) return false;
  const running = await anyInstance(app.settings.varDirectory);
  if (running) say(`先停下程序 · Stop the program first.\n${alreadyRunning(running)}`);
  return running !== null;
}

function ownerOf({ ownerUrl }: CommandCall): string {
  if (ownerUrl === undefined)
    throw new ExplainedError(
      '需要数据库所有者的地址 · This needs the address of the database’s owner: DATABASE_ADMIN_URL',
    );
  return ownerUrl;
}
