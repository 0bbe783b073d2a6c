import { alreadyRunning, anyInstance } from '#platform/instance';
import type { Command, CommandCall } from '#platform/manifest';
import { CountyProblem } from '../new-county.ts';
import { askForOptions } from './ask-for-options.ts';
import { startOnScreen } from './screen/start-on-screen.ts';
import { startCounty } from './start-county.ts';
import { withFile } from './start-request.ts';
import type { StartRequest } from './start-request.ts';

/** `cli county start`: from the demonstration, or from nothing, to a real county whose administrator can sign in. Each step is whole or not there; given again after an interruption the command goes on from where it was. */
export const countyStart: Command = {
  name: 'county start',
  summary: '从演示（或空的安装）到一个真实的县 · From the demonstration, or nothing, to a real county',
  usage: [
    'county start [--file=<county.json>] [options]',
    'county start --screen[=<port>]',
    '',
    '在终端里，没写的会一样一样问 · At a terminal, what is left out is asked for.',
    '',
    '  --screen               在浏览器里一步一步来，只有本机能打开，要这里显示的一次性代码',
    '                         step by step in a browser of this machine, with a code that is shown here and works once',
    '  --slug, --name-zh, --name-en, --publisher-zh, --publisher-en, --phone, --pack, --languages, --time-zone, --hosts, --levels, --emergencies',
    '                         同 county add · as for county add',
    '  --address              读者输入的地址，https:// · what readers type; PUBLIC_ADDRESS unless said',
    '  --places               地方名单（CSV，同 places import） · list of places, a CSV file as places import takes it',
    '  --division             或者：县的六位编号，同 places import · or the county’s code of six digits, as for places import',
    '  --package, --integrity, --as-of   同 places import · as for places import',
    '  --admin-name, --admin-login   第一位管理员 · the first administrator',
    '  --smtp-url-file        文件里是发邮件的服务器（SMTP_URL） · a file that holds the mail server (SMTP_URL)',
    '  --smtp-from            发件人 · the sender of mail',
    '  --test-mail            测试邮件寄到哪里 · where a test message goes',
    '  --sms-url-file, --sms-from, --test-sms   短信网关，同样三项 · the same three for the gateway of short messages',
    '  --oidc-issuer, --oidc-client-id, --oidc-client-secret-file, --oidc-name',
    '                         单位自己的统一登录 · a sign-in provider of your own',
    '  --kit                  恢复单写到哪里 · where the recovery kit is written (var/recovery-kit-<slug>.txt)',
    '  --remove-demonstration 演示全部删掉，不能恢复 · removes all of the demonstration, for good',
    '  --file                 同样的项写在一个 JSON 文件里；smtp-url、sms-url、oidc-client-secret 也可以（chmod 600）',
    '                         the same options in a JSON file; smtp-url, sms-url, oidc-client-secret may stand there too (chmod 600)',
    '',
    '  中断了就再运行一次 · interrupted? give the same command again. docs/operations/start-a-county.md',
  ].join('\n'),
  owner: true,
  async run(call) {
    if (await isRunning(call)) return 1;
    try {
      if (call.flags['screen'] !== undefined) return await startOnScreen(call);
      const request = await askForOptions(call, await withFile(call.flags));
      return await startByCommand(call, request);
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(`${error.message}\n\nnpm run cli -- county start --help`);
      return 2;
    }
  },
};

async function startByCommand(call: CommandCall, request: StartRequest): Promise<number> {
  const { say } = call;
  const started = await startCounty(call, request);
  if (!started) return 1;
  for (const trial of started.trials) say(`${trial.ok ? '✓' : '✗'} ${trial.words}`);
  if (started.trials.some(({ ok }) => !ok))
    say('    → 改好设置，再运行一次同样的命令 · put the settings right and give the same command again');
  say('\n还不安全、还没有设的 · What is unsafe or not set yet:');
  for (const { what, remedy } of started.unset) say(`✗ ${what}${remedy ? `\n    → ${remedy}` : ''}`);
  say(`\n启动 · Start it: npm start (systemd: systemctl start xiangyin)  →  ${request.address}`);
  return started.trials.every(({ ok }) => ok) ? 0 : 1;
}

// Before anything is asked: what runs here would go on with what it remembers of the demonstration.
async function isRunning({ app, say }: CommandCall): Promise<boolean> {
  if (app.counties.all().every((one) => !one.demonstration)) return false;
  const running = await anyInstance(app.settings.varDirectory);
  if (running) say(`先停下程序 · Stop the program first.\n${alreadyRunning(running)}`);
  return running !== null;
}
