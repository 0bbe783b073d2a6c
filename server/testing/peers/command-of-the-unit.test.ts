import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const shipped = join(import.meta.dirname, '../../../deploy/xiangyin');
const folder = mkdtempSync(join(tmpdir(), 'xy-command-'));
after(() => rmSync(folder, { recursive: true }));

// The program's place, in which start.mjs only says how it was called.
mkdirSync(join(folder, 'opt'));
writeFileSync(
  join(folder, 'opt', 'start.mjs'),
  `const { SMTP_URL, PUBLIC_ADDRESS, EMPTY, XIANGYIN_VAR, HOME } = process.env;
  console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), SMTP_URL, PUBLIC_ADDRESS, EMPTY, XIANGYIN_VAR, HOME }));
  process.exit(7);`,
);
writeFileSync(
  join(folder, 'env'),
  [
    '# PUBLIC_ADDRESS=https://commented.example',
    '; as systemd takes it',
    '',
    'SMTP_URL=smtps://desk:a$b&c"d `e`@mail.example',
    'PUBLIC_ADDRESS="https://news.example"',
    "EMPTY=''",
    'no setting at all',
    'LAST=1',
  ].join('\n'),
);
const command = join(folder, 'xiangyin');
writeFileSync(
  command,
  readFileSync(shipped, 'utf8')
    .replace('user=xiangyin', `user=${userInfo().username}`)
    .replace('/etc/xiangyin.env', join(folder, 'env'))
    .replaceAll('/opt/xiangyin', join(folder, 'opt'))
    .replace('/usr/bin/node', process.execPath),
);
chmodSync(command, 0o755);

test('a command by the unit’s name has its settings as systemd reads them, its data folder, and the program’s exit code', () => {
  const { status, stdout, stderr } = spawnSync(command, ['county', 'add', '--name-zh=莲 都'], {
    encoding: 'utf8',
    cwd: '/',
  });
  assert.equal(status, 7, stderr);
  assert.deepEqual(JSON.parse(stdout), {
    args: ['cli', 'county', 'add', '--name-zh=莲 都'],
    cwd: join(folder, 'opt'),
    SMTP_URL: 'smtps://desk:a$b&c"d `e`@mail.example',
    PUBLIC_ADDRESS: 'https://news.example',
    EMPTY: '',
    XIANGYIN_VAR: '/var/lib/xiangyin',
    HOME: join(folder, 'opt'),
  });
});
