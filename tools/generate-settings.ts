import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingsPage } from './docs/settings-page.ts';

// Writes docs/operations/settings.md; with --check it only says whether the paper is as the program is.
const path = join(resolve(import.meta.dirname, '..'), 'docs/operations/settings.md');
const page = settingsPage();
if (!process.argv.includes('--check')) writeFileSync(path, page);
else if (readFileSync(path, 'utf8') !== page) {
  process.stderr.write('docs/operations/settings.md is not what the program knows: node tools/generate-settings.ts\n');
  process.exitCode = 1;
}
