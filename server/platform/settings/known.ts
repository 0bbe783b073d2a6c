import { isAbsolute } from 'node:path';
import { z } from 'zod';
import {
  hasProtocol,
  isBucket,
  isDatabaseAddress,
  isGateway,
  isIssuer,
  isPoolSize,
  isPort,
  isPublicAddress,
  isSender,
  isSftpFolder,
  list,
  withoutSlash,
} from './forms.ts';

/** The parts of the program that one process can run. */
export const ROLES = ['web', 'worker', 'collab'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Chapters of the paper about settings, in their order. */
export const chapters = {
  address: '地址 · Address',
  data: '数据 · Data',
  database: '数据库 · Database',
  mail: '邮件 · Mail',
  outside: '对外 · Outside',
  media: '音视频与图片 · Sound, video, pictures',
  backup: '备份 · Backup',
  running: '运行 · Running',
} as const;

/** A setting: its form, and what it is for. */
export interface KnownSetting {
  /** Reads the text of a variable. */
  readonly form: z.ZodType<unknown, string | undefined>;
  readonly chapter: keyof typeof chapters;
  /** What it does, in both languages. */
  readonly zh: string;
  readonly en: string;
  /** What holds where nothing is said. Absent: nothing. */
  readonly unset?: string;
  readonly example?: string;
  /** Holds a password or key: may be read from a file (`…_FILE`), and is never printed. */
  readonly secret?: true;
  /** Must be known before any file is read. */
  readonly onlyVariable?: true;
}

const flag = z.enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off · 应为 on 或 off');
const isOn = (word: z.infer<typeof flag>): boolean => ['on', 'true', '1'].includes(word);
const text = z.string();
const databaseAddress = () =>
  text
    .refine(
      isDatabaseAddress,
      'must look like postgresql://role:password@host:5432/database · 应形如 postgresql://角色:密码@主机:5432/数据库',
    )
    .optional();

/** Every setting: its name, its form, what it is for. The one list that the program, its papers and its errors are made from. */
export const known = {
  PORT: {
    form: text
      .default('8080')
      .refine(isPort, 'must be a number from 0 to 65535 · 应为 0 到 65535 的数字')
      .transform(Number),
    chapter: 'address',
    zh: '程序监听的端口',
    en: 'the port on which the program listens',
    unset: '8080',
  },
  HOST: {
    form: text.default('127.0.0.1'),
    chapter: 'address',
    zh: '程序监听的地址；留在本机，前面放 nginx',
    en: 'the address on which it listens; leave it on this machine and put nginx in front',
    unset: '127.0.0.1',
  },
  PUBLIC_ADDRESS: {
    form: text
      .refine(
        isPublicAddress,
        'must look like https://news.example.org, without a path · 应形如 https://news.example.org，不带路径',
      )
      .transform(withoutSlash)
      .optional(),
    chapter: 'address',
    zh: '读者输入的地址；订阅源、信件、二维码里都是它。改了它，以前登记的通行密钥和联邦账号都要重来，县的域名也要加上：county address',
    en: 'what readers type; stands in feeds, mails and QR codes. Whoever changes it begins anew with passkeys and accounts in the fediverse, and gives the county the new host: county address',
    unset: 'http://localhost:<PORT>',
    example: 'https://news.example.org',
  },
  TRUSTED_PROXIES: {
    form: text.default('').transform(list),
    chapter: 'address',
    zh: '前面的代理的地址，它们的 X-Forwarded 头才可信；本机的 nginx 写 127.0.0.1',
    en: 'addresses of the proxies in front, whose X-Forwarded headers are believed: 127.0.0.1 for nginx on this machine',
    example: '127.0.0.1',
  },
  XIANGYIN_VAR: {
    form: text.default('var'),
    chapter: 'data',
    zh: '数据目录：自带的数据库、文件、钥匙',
    en: 'the data folder: the built-in database, files, keys',
    unset: 'var',
    onlyVariable: true,
  },
  XIANGYIN_CONFIG: {
    form: text.optional(),
    chapter: 'data',
    zh: '写着设置的文件；off 表示不读文件',
    en: 'the file with settings; off: none is read',
    unset: 'xiangyin.config.json（程序目录里，有就读 · in the program’s folder, where it is there）',
    onlyVariable: true,
  },
  S3_URL: {
    form: text
      .refine(
        isBucket,
        'must look like https://key:secret@s3.example.org/bucket?region=us-east-1 · 应形如 https://密钥号:密钥@s3.example.org/存储桶?region=us-east-1',
      )
      .optional(),
    chapter: 'data',
    zh: '文件放进存储桶；密钥里的 / 和 + 写作 %2F 和 %2B；桶名在主机名里的写 https://密钥号:密钥@bucket.s3.example.org。数据目录里已有的文件不会搬过去，请先把 var/files/ 拷进桶里；doctor 会试读写',
    en: 'files go into a bucket; `/` and `+` in the secret are written %2F and %2B; where the bucket stands in the host name, https://key:secret@bucket.s3.example.org. Files that already lie in the data folder are not moved: copy var/files/ into the bucket first; doctor tries it',
    example: 'https://key:secret@s3.example.org/bucket?region=us-east-1',
    secret: true,
  },
  LEAST_ROOM_MB: {
    form: text
      .default('500')
      .refine((value) => /^\d{1,7}$/.test(value), 'must be a number of megabytes, or 0 · 应为兆字节数，或 0')
      .transform(Number),
    chapter: 'data',
    zh: '盘上剩得比这还少（兆字节）时只读：什么都看得到，新的不收，每个页面都说明；有了空间自己恢复。0 表示不看',
    en: 'with fewer megabytes left on a disk the program only reads: everything can be seen, nothing new is taken, every page says so; it goes on by itself when there is room. 0: never',
    unset: '500',
  },
  WATCHED_FOLDERS: {
    form: text.default('').transform(list),
    chapter: 'data',
    zh: '除数据目录外还要看的盘上的文件夹，比如自己的 PostgreSQL 的数据目录',
    en: 'folders on other disks to be watched besides the data folder, such as the data folder of a PostgreSQL of your own',
    example: '/var/lib/postgresql',
  },
  DEMONSTRATION: {
    form: flag.default('on').transform(isOn),
    chapter: 'data',
    zh: '空的安装要不要装进演示；真实的县写 off',
    en: 'whether an empty installation is filled with the demonstration: off for a real county',
    unset: 'on',
  },
  DATABASE_URL: {
    form: databaseAddress(),
    chapter: 'database',
    zh: '自己的 PostgreSQL（15 到 18），程序用的角色，它什么也不拥有；两个地址只写一个时，启动会说另一个怎么建',
    en: 'a PostgreSQL (15 to 18) of your own, under the role of the program, which owns nothing; with only one of the two addresses the start prints how to make the other',
    example: 'postgresql://xiangyin_app:password@db.example.org:5432/xiangyin',
    secret: true,
  },
  DATABASE_ADMIN_URL: {
    form: databaseAddress(),
    chapter: 'database',
    zh: '同一个数据库，表的主人：迁移、备份、恢复用它',
    en: 'the same database under the owner of its tables: for migrations, backup and restore',
    example: 'postgresql://xiangyin_owner:password@db.example.org:5432/xiangyin',
    secret: true,
  },
  DATABASE_REPLICA_URL: {
    form: databaseAddress(),
    chapter: 'database',
    zh: '它的热备，同一个角色：公开页面从这里读',
    en: 'a hot standby of it, same role: public pages are read there',
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    form: text
      .default('16')
      .refine(isPoolSize, 'must be a number from 2 to 200 · 应为 2 到 200 的数字')
      .transform(Number),
    chapter: 'database',
    zh: '每个进程最多同时用几条连接',
    en: 'how many connections each process uses at most',
    unset: '16',
  },
  SMTP_URL: {
    form: text
      .refine(
        (value) => hasProtocol(value, ['smtp:', 'smtps:']),
        'must look like smtps://user:password@mail.example.org · 应形如 smtps://用户:密码@mail.example.org',
      )
      .optional(),
    chapter: 'mail',
    zh: '邮件从这里发；不设就写进数据目录的 spool/mail',
    en: 'mail leaves here; without it mail is written to spool/mail in the data folder',
    example: 'smtps://user:password@mail.example.org',
    secret: true,
  },
  SMTP_FROM: {
    form: text
      .refine(
        isSender,
        'must look like notices@example.org or Notices <notices@example.org> · 应形如 notices@example.org 或 名字 <notices@example.org>',
      )
      .optional(),
    chapter: 'mail',
    zh: '所有邮件的发件人',
    en: 'sender of all mail',
    unset: 'notices@ 本县域名 · the county’s host',
    example: 'Notices <notices@example.org>',
  },
  SMS_URL: {
    form: text
      .refine(
        isGateway,
        'must look like https://account:token@sms.example.org/2010-04-01/Accounts/account/Messages.json · 应形如 https://账号:令牌@sms.example.org/2010-04-01/Accounts/账号/Messages.json',
      )
      .optional(),
    chapter: 'mail',
    zh: '给居民的短信从这里发，按 Twilio 的 Messages 接口（POST 表单，Basic 认证）；在内网的还要写进 OUTBOUND_INNER_HOSTS；不设就写进数据目录的 spool/sms',
    en: 'short messages to residents leave here, asked as Twilio documents its Messages resource (POST of a form, Basic authentication); one on an inner network also needs OUTBOUND_INNER_HOSTS; without it they are written to spool/sms in the data folder',
    example: 'https://account:token@sms.example.org/2010-04-01/Accounts/account/Messages.json',
    secret: true,
  },
  SMS_FROM: {
    form: text.max(40, 'must be a number or a short name · 应为号码或短名').optional(),
    chapter: 'mail',
    zh: '短信的发送者',
    en: 'sender of short messages',
    unset: '网关自己的 · the gateway’s own',
  },
  SMS_ANSWERS: {
    form: flag.default('off').transform(isOn),
    chapter: 'mail',
    zh: '居民可以回短信说办好没有。开之前在短信网关里把收到的短信转到 https://本县域名/api/v1/sms-answers（按 Twilio 的 Messaging webhook，用 SMS_URL 里的令牌签名）；几个县合用一个号码，转到其中任何一个县都行，回的话由手机号找到是哪个县问的',
    en: 'residents may answer by SMS whether a visit was done. Before it is switched on, let the gateway post what it receives to https://the county’s host/api/v1/sms-answers (as Twilio documents its messaging webhooks, signed with the token of SMS_URL); where several counties share a number, any of their hosts will do: the phone tells which county asked',
  },
  OIDC_ISSUER: {
    form: text
      .refine(
        isIssuer,
        'must look like https://login.example.org/realms/county, over https (http on this machine alone) · 应形如 https://login.example.org/realms/county，用 https（本机才可用 http）',
      )
      .optional(),
    chapter: 'outside',
    zh: '单位自己的统一登录（OpenID Connect）的地址，与提供方公布的 issuer 一字不差；设了，登录页就多一个按钮，见 docs/operations/sign-in-by-provider.md',
    en: 'the issuer of a sign-in of your own (OpenID Connect), letter by letter as the provider publishes it; the sign-in pages get a button, see docs/operations/sign-in-by-provider.md',
    example: 'https://login.example.org/realms/county',
  },
  OIDC_CLIENT_ID: {
    form: text.max(200, 'must have at most 200 characters · 最多 200 个字符').optional(),
    chapter: 'outside',
    zh: '提供方给本程序的客户端编号',
    en: 'the client id that the provider has given this program',
  },
  OIDC_CLIENT_SECRET: {
    form: text.max(1_000, 'must have at most 1000 characters · 最多 1000 个字符').optional(),
    chapter: 'outside',
    zh: '提供方给本程序的客户端密钥',
    en: 'the client secret that the provider has given this program',
    secret: true,
  },
  OIDC_NAME: {
    form: text.max(40, 'must have at most 40 characters · 最多 40 个字').optional(),
    chapter: 'outside',
    zh: '按钮上写的名字，如“县政务统一登录”',
    en: 'the name on the button, such as “County Office Sign-in”',
    unset: 'OIDC_ISSUER 的主机名 · the host of OIDC_ISSUER',
  },
  OUTBOUND_INNER_HOSTS: {
    form: text.default('').transform((value) => list(value.toLowerCase())),
    chapter: 'outside',
    zh: '内网里 webhook 和收稿邮箱可以去的主机（本机也算）；其他内网地址一律不去',
    en: 'hosts of the own network, this machine among them, that webhooks and the mailbox for submissions may call; every other inner address is refused',
    example: 'cms.local, 10.0.0.5:8080',
  },
  READS_PER_MINUTE: {
    form: text
      .default('600')
      .refine((value) => /^[1-9]\d{0,8}$/.test(value), 'must be a number from 1 on · 应为 1 以上的数字')
      .transform(Number),
    chapter: 'outside',
    zh: '不带密钥的一个地址每分钟可向公开接口问几次，每个进程各算；需要更多的程序请用接口密钥',
    en: 'requests a minute that one address without a key has at the public API, in each process by itself; programs that need more get an API key',
    unset: '600',
  },
  WECHAT_ADDRESS: {
    form: text
      .refine(
        isPublicAddress,
        'must look like https://wechat-proxy.example.org, without a path · 应形如 https://wechat-proxy.example.org，不带路径',
      )
      .transform(withoutSlash)
      .optional(),
    chapter: 'outside',
    zh: '公众号接口的地址：自己的固定出口代理（平台只认登记过的地址），或替身 tools/wechat-stand-in.ts',
    en: 'where the interface of WeChat official accounts is reached: a proxy of your own with a fixed address (the platform lets in only addresses entered there), or the stand-in tools/wechat-stand-in.ts',
    unset: 'https://api.weixin.qq.com',
  },
  FFMPEG_PATH: {
    form: text
      .refine(
        isAbsolute,
        'must be the full path of the program, such as /usr/bin/ffmpeg · 应为程序的完整路径，如 /usr/bin/ffmpeg',
      )
      .optional(),
    chapter: 'media',
    zh: 'ffmpeg 的完整路径，ffprobe 在旁边；两者都找不到时，音视频先收下等着。只有带 worker 的进程用它',
    en: 'the full path of ffmpeg, with ffprobe beside it; where neither is found, recordings are kept and wait. Only processes with the role worker need it',
    unset: '在 PATH 里找 · looked for on the PATH',
    example: '/usr/bin/ffmpeg',
  },
  C2PA_CREDENTIAL: {
    form: text
      .refine(
        isAbsolute,
        'must be the full path of a PEM file with key and certificates · 应为带私钥和证书的 PEM 文件的完整路径',
      )
      .optional(),
    chapter: 'media',
    zh: 'PEM 文件：私钥（Ed25519、P-256 或 P-384）和机构签发的证书，签名者的在前；发表的图片用它签',
    en: 'a PEM file with the private key (Ed25519, P-256 or P-384) and the certificates of an authority, the signer’s first, under which published pictures are signed',
    unset: '每县自己的证书，别人不为它作保 · a certificate of each county’s own, for which nobody else vouches',
  },
  BACKUP_FOLDER: {
    form: text.optional(),
    chapter: 'backup',
    zh: '备份放到哪里；最好是另一块盘',
    en: 'where archives go: better a folder on another disk',
    unset: 'backups（数据目录里 · in the data folder）',
  },
  BACKUP_PASSPHRASE_FILE: {
    form: text
      .refine(isAbsolute, 'must be the full path of a file with the passphrase · 应为写着密语的文件的完整路径')
      .optional(),
    chapter: 'backup',
    zh: '写着密语的文件：备份里的钥匙用它加密；没有它，每晚的备份不带钥匙',
    en: 'a file with the passphrase under which the keys are encrypted in archives; without it, those made at night hold no keys',
  },
  BACKUP_S3_URL: {
    form: text
      .refine(
        isBucket,
        'must look like https://key:secret@s3.example.org/bucket?region=us-east-1 · 应形如 https://密钥号:密钥@s3.example.org/存储桶?region=us-east-1',
      )
      .optional(),
    chapter: 'backup',
    zh: '每份备份再送一份到这个存储桶，送完读回来核对；每晚的也在那里按同样的规矩留。桶要单独用，不公开',
    en: 'every archive is also sent to this bucket and read back to be compared; nightly ones are kept there by the same rule. A bucket for this alone, and not public',
    example: 'https://key:secret@s3.example.org/backups?region=us-east-1',
    secret: true,
  },
  BACKUP_SFTP_URL: {
    form: text
      .refine(
        isSftpFolder,
        'must look like sftp://name:password@backup.example.org/srv/xiangyin?hostkey=SHA256:… · 应形如 sftp://用户:密码@backup.example.org/srv/xiangyin?hostkey=SHA256:…',
      )
      .optional(),
    chapter: 'backup',
    zh: '每份备份再用 SFTP 送一份到另一台机器的这个文件夹，规矩同上；hostkey 是那台机器的指纹（ssh-keyscan 主机 | ssh-keygen -lf -），认准它。和 BACKUP_S3_URL 只设一个',
    en: 'every archive is also sent to this folder of another machine by SFTP, by the same rules; `hostkey` is the fingerprint by which that machine is known (`ssh-keyscan host | ssh-keygen -lf -`). Either this or BACKUP_S3_URL',
    example: 'sftp://xiangyin@backup.example.org/srv/xiangyin?hostkey=SHA256:…',
    secret: true,
  },
  BACKUP_SFTP_KEY_FILE: {
    form: text
      .refine(isAbsolute, 'must be the full path of a file with a private key · 应为写着私钥的文件的完整路径')
      .optional(),
    chapter: 'backup',
    zh: '登录那台机器的私钥文件（OpenSSH 或 PEM，不带密语）；没有它，地址里要有密码',
    en: 'a file with the private key that signs in there (OpenSSH or PEM, without a passphrase); without it the address must hold a password',
  },
  BACKUP_NIGHTLY: {
    form: flag.default('on').transform(isOn),
    chapter: 'backup',
    zh: '真实的县每晚自己备份；别处已经在备份时写 off',
    en: 'whether a real county is backed up every night by itself; off where something else does it',
    unset: 'on',
  },
  XIANGYIN_ROLES: {
    form: text
      .default(ROLES.join(','))
      .transform(list)
      .pipe(
        z
          .array(z.enum(ROLES, `must be some of ${ROLES.join(', ')}, separated by commas · 应为其中几项，用逗号分开`))
          .min(1),
      ),
    chapter: 'running',
    zh: '这个进程跑哪几部分',
    en: 'which parts this process runs',
    unset: ROLES.join(','),
  },
  METRICS_TOKEN: {
    form: text
      .refine(
        (value) => /^[\x21-\x7e]{20,}$/.test(value),
        'must have at least 20 characters, without spaces · 至少 20 个字符，不带空格',
      )
      .optional(),
    chapter: 'running',
    zh: 'Prometheus 来读 /metrics 时出示的口令（Authorization: Bearer …）；不设就没有这一页',
    en: 'what Prometheus shows to read /metrics (Authorization: Bearer …); without it there is no such page',
    secret: true,
  },
  TRACES_URL: {
    form: text
      .refine(
        (value) => hasProtocol(value, ['http:', 'https:']),
        'must look like http://127.0.0.1:4318/v1/traces · 应形如 http://127.0.0.1:4318/v1/traces',
      )
      .optional(),
    chapter: 'running',
    zh: '收 OpenTelemetry 追踪的地方（OTLP/HTTP，JSON）：程序的时间花在哪里；只有路由、语句和县的名字，没有谁的数据',
    en: 'a collector of OpenTelemetry traces (OTLP over HTTP, JSON): what the time is spent on; names of routes, statements and counties, nobody’s data',
    example: 'http://127.0.0.1:4318/v1/traces',
    secret: true,
  },
  TRACES_SHARE: {
    form: text
      .default('0.1')
      .refine((value) => /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(value), 'must be a number from 0 to 1 · 应为 0 到 1 的数')
      .transform(Number),
    chapter: 'running',
    zh: '多少请求和后台任务被追踪：1 是全部，0.1 是十分之一',
    en: 'of how many requests and jobs traces are told: 1 of all, 0.1 of a tenth',
    unset: '0.1',
  },
  LOG_LEVEL: {
    form: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent · 应为其中之一')
      .default('warn'),
    chapter: 'running',
    zh: '日志写多细：debug、info、warn、error 或 silent',
    en: 'how much is logged: debug, info, warn, error or silent',
    unset: 'warn',
  },
} as const satisfies Record<string, KnownSetting>;

/** The name of a setting. */
export type SettingName = keyof typeof known;
