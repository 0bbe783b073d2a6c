import type { App } from '#platform/app';
import type { CommandCall } from '#platform/manifest';
import { CountyProblem } from '../new-county.ts';
import { startRequest } from './start-request.ts';
import type { Flags, StartRequest } from './start-request.ts';

interface Question {
  readonly option: string;
  readonly words: string;
  /** What holds where nothing is typed; undefined: something must be. */
  readonly unless?: (flags: Flags, app: App) => string;
  /** Left out where it does not apply. */
  readonly when?: (flags: Flags, app: App) => boolean;
}

const has = (flags: Flags, language: string): boolean =>
  String(flags['languages'] ?? '')
    .split(',')
    .includes(language);
const isChinese = (flags: Flags): boolean => flags['pack'] === 'cn';

const questions: readonly Question[] = [
  {
    option: 'pack',
    words: '国家习惯：cn 或 generic · Customs of the country: cn or generic',
    unless: () => 'cn',
  },
  {
    option: 'languages',
    words: '语言，第一种是网站的 · Languages, the site’s own first',
    unless: (flags) => (isChinese(flags) ? 'zh-CN,en' : 'en'),
  },
  {
    option: 'slug',
    words: '县的短名，小写字母，如 lishui · Short name of the county, small letters, such as lishui',
  },
  { option: 'name-zh', words: '县名（中文） · Name of the county in Chinese', when: (flags) => has(flags, 'zh-CN') },
  { option: 'name-en', words: '县名（英文） · Name of the county in English', when: (flags) => has(flags, 'en') },
  {
    option: 'publisher-zh',
    words: '发布单位（中文），写在每一页上 · Publisher in Chinese, on every page',
    when: (flags) => has(flags, 'zh-CN'),
  },
  {
    option: 'publisher-en',
    words: '发布单位（英文） · Publisher in English, on every page',
    when: (flags) => has(flags, 'en'),
  },
  { option: 'phone', words: '值班电话，写在每一页上 · The desk’s telephone, on every page' },
  {
    option: 'time-zone',
    words: '时区 · Time zone',
    unless: (flags) => (isChinese(flags) ? 'Asia/Shanghai' : Intl.DateTimeFormat().resolvedOptions().timeZone),
  },
  {
    option: 'address',
    words: '读者输入的地址，如 https://news.example.org · What readers type, such as https://news.example.org',
    unless: (_flags, app) => app.settings.publicAddress,
  },
  {
    option: 'division',
    words:
      '县的六位编号，地方按 2023-06-30 的名单导入；空着就用自己的名单 · Code of six digits, for the places as listed on 2023-06-30; empty: a list of your own',
    unless: () => '',
    when: (flags) => isChinese(flags) && flags['places'] === undefined,
  },
  {
    option: 'places',
    words: '地方名单（CSV 文件） · List of places (a CSV file)',
    when: (flags) => !flags['division'],
  },
  { option: 'admin-name', words: '第一位管理员的姓名 · Name of the first administrator' },
  { option: 'admin-login', words: '管理员的登录名 · Login of the administrator' },
  { option: 'smtp-from', words: '邮件的发件人，空着就是 notices@ 本县域名 · Sender of mail', unless: () => '' },
  {
    option: 'test-mail',
    words: '测试邮件寄到哪里，空着不寄 · Where a test message goes; empty: none is sent',
    unless: () => '',
  },
];

/** Asks at the terminal for what the options leave open, and again for what cannot be used. */
export async function askForOptions(call: CommandCall, given: Flags): Promise<StartRequest> {
  const { app, ask } = call;
  let flags = given;
  for (;;) {
    try {
      if (ask) flags = await withAnswers(call, flags);
      return await startRequest(flags, app);
    } catch (error) {
      const wrong =
        error instanceof CountyProblem ? questions.find(({ option }) => option === error.option) : undefined;
      if (!ask || !wrong) throw error;
      call.say(`✗ ${error instanceof Error ? error.message : ''}`);
      const { [wrong.option]: _dropped, ...rest } = flags;
      flags = rest;
    }
  }
}

async function withAnswers(call: CommandCall, given: Flags): Promise<Flags> {
  const flags: Record<string, string | true> = { ...given };
  for (const { option, words, unless, when } of questions) {
    if (flags[option] !== undefined || when?.(flags, call.app) === false) continue;
    const fallback = unless?.(flags, call.app);
    const typed = (await call.ask?.(`${words}${fallback ? ` [${fallback}]` : ''}: `))?.trim() ?? '';
    flags[option] = typed || (fallback ?? '');
    if (option === 'admin-login') await askForMail(call, flags);
  }
  if (flags['remove-demonstration'] === undefined && call.app.counties.all().some((one) => one.demonstration)) {
    const answer = await call.ask?.(
      '这里装着演示，全部删掉？不能恢复。写 yes · The demonstration is here. Remove all of it, for good? Type yes: ',
    );
    if (answer?.trim().toLowerCase() === 'yes') flags['remove-demonstration'] = true;
  }
  return flags;
}

// A password: it does not show while it is typed, and never stands on a command line.
async function askForMail({ app, secret }: CommandCall, flags: Record<string, string | true>): Promise<void> {
  if (app.settings.smtpUrl || flags['smtp-url'] !== undefined || flags['smtp-url-file'] !== undefined) return;
  flags['smtp-url'] =
    (await secret?.(
      '发邮件的服务器，如 smtps://用户:密码@mail.example.org，空着以后再设 · Mail server, such as smtps://user:password@mail.example.org; empty: later: ',
    )) ?? '';
}
