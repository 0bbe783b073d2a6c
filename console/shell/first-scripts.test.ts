import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** What a file needs before it can run: its own imports and theirs, as files of the console; not what it fetches later, and no types. */
function neededBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?'(\.[^']+)';/gm))
    neededBy(join(dirname(file), from), seen);
  return seen;
}

/** What of Ant Design these files name, each with where. */
function shownBy(files: ReadonlySet<string>): Map<string, string> {
  const shown = new Map<string, string>();
  for (const file of files)
    for (const [, names = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )\{([^}]*)\} from 'antd';/gm))
      for (const name of names.split(',').map((one) => one.trim()))
        if (name !== '' && !name.startsWith('type ')) shown.set(name, relative(root, file));
  return shown;
}

const except = (shown: Map<string, string>, allowed: readonly string[]): string[] =>
  [...shown].filter(([name]) => !allowed.includes(name)).map(([name, file]) => `${name} in ${file}`);

const ofEveryPage = ['App', 'Button', 'ConfigProvider', 'Dropdown', 'Popover', 'theme'];

// Each of them costs every opening of every page what it takes to read it: a form with its rules as much as the rest of the shell.
test('what every page waits for holds no dialog, no form, no list of choices', () => {
  const files = neededBy(join(root, 'main.tsx'));
  assert.ok(files.has(join(root, 'shell', 'top-bar.tsx')), 'the frame is among it');
  assert.deepEqual(except(shownBy(files), ofEveryPage), []);
});

test('the editor waits for no form, no list of choices, and not for the checks', () => {
  const files = neededBy(join(root, 'newsroom', 'editor-page.tsx'));
  assert.ok(files.has(join(root, 'newsroom', 'editor', 'toolbar.tsx')), 'the tools are among it');
  assert.deepEqual(except(shownBy(files), [...ofEveryPage, 'Checkbox', 'Input', 'Modal']), []);
  assert.ok(![...files].some((file) => /^import (?!type )[^;]*document\/checks'/m.test(readFileSync(file, 'utf8'))));
});
