import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findProgram } from './find-program.ts';

const shipped = join(import.meta.dirname, '../../../deploy');
const systemd = findProgram('systemd-analyze');

if (systemd) {
  const folder = mkdtempSync(join(tmpdir(), 'xy-units-'));
  after(() => rmSync(folder, { recursive: true }));
  // Before the folders of the machine, whose targets ours names.
  const environment = { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:`, SYSTEMD_COLORS: '0' };
  const ask = (...words: string[]): { said: string; complaints: string[] } => {
    const { stdout, stderr } = spawnSync(systemd, words, { encoding: 'utf8', env: environment });
    return { said: stdout, complaints: stderr.split('\n').filter((line) => line.includes('xiangyin')) };
  };
  /** Lays the unit that we give to administrators down under this name, as deploy/README.md says; `change` plants a fault. */
  const layDown = (name: string, change: (unit: string) => string = (unit) => unit): string => {
    const unit = readFileSync(join(shipped, 'xiangyin.service'), 'utf8').replace('/usr/bin/node', process.execPath);
    const path = join(folder, name);
    writeFileSync(path, change(unit));
    return path;
  };

  test('systemd takes the unit without a word, as one program and as one of several, with and without limits of what may go out', () => {
    for (const [file, started] of [
      ['xiangyin.service', 'xiangyin.service'],
      ['xiangyin@.service', 'xiangyin@worker2.service'],
    ] as const) {
      layDown(file);
      const path = join(folder, started);
      assert.deepEqual(ask('verify', path).complaints, []);
      mkdirSync(join(folder, `${file}.d`));
      writeFileSync(join(folder, `${file}.d`, 'egress.conf'), readFileSync(join(shipped, 'egress.conf')));
      assert.deepEqual(ask('verify', path).complaints, [], `${started} with egress.conf`);
    }
    const wrong = layDown('xiangyin.service', (unit) => unit.replace('ProtectHome=yes', 'ProtectHome=yess'));
    assert.match(ask('verify', wrong).complaints.join(), /protect home/i, 'a wrong word would be heard of');
  });

  test('the program may write to its backups where the guide puts them, and to nothing else of the machine', () => {
    const unit = readFileSync(join(shipped, 'xiangyin.service'), 'utf8');
    assert.match(unit, /^ProtectSystem=strict$/m);
    const [, writable = ''] = /^ReadWritePaths=(.+)$/m.exec(unit) ?? [];
    const [, backups = ''] = /^BACKUP_FOLDER=(.+)$/m.exec(readFileSync(join(shipped, 'README.md'), 'utf8')) ?? [];
    assert.deepEqual(writable.split(' '), ['/opt/xiangyin', '-/mnt/backup']);
    assert.ok(backups.startsWith('/mnt/backup/'), backups);
  });

  test('the unit leaves the program no more than it needs: systemd counts it among the safe ones', () => {
    const path = layDown('xiangyin.service');
    const { said } = ask('security', '--offline=true', '--no-pager', path);
    const [, exposure = 'nothing'] = /Overall exposure level[^:]*: ([\d.]+)/.exec(said) ?? [];
    assert.ok(Number(exposure) <= 2, said);
    assert.match(said, /IPAddressDeny=\s+Service defines IP address allow list with only localhost/);
    const open = layDown('xiangyin.service', (unit) => unit.replace(/^(?:Protect|Private|Restrict).*$/gm, ''));
    assert.doesNotMatch(ask('security', '--offline=true', '--no-pager', open).said, / [0-2]\.\d OK/);
  });
}
