import { spawnSync } from 'node:child_process';
import { installPackages, mayUseApt } from './ensure-chromium.ts';

/** Debian's packages, by the program that each brings. */
const packages = { nginx: 'nginx-light', xmllint: 'libxml2-utils' };

/** Puts the programs of others that ours is tried with in where root may. They take a quarter of a minute: the full doses install them, a short run takes what is there. */
export function ensurePeers(install: boolean, say: (line: string) => void): void {
  const missing = Object.entries(packages).filter(([program]) => !isThere(program));
  if (missing.length === 0 || !install) return;
  if (mayUseApt())
    installPackages(
      missing.map(([, name]) => name),
      say,
    );
  else say(`Not there, and not tried: ${missing.map(([program]) => program).join(', ')}.`);
}

const isThere = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
  }).status === 0;
