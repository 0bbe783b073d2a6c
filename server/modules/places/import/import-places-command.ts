import { readFile } from 'node:fs/promises';
import type { Command } from '#platform/manifest';
import { importPlaces } from './import-places.ts';
import { columns } from './read-places.ts';

/** `cli places import <file.csv>`: builds or extends a county's tree from a file, all or nothing. */
export const importPlacesCommand: Command = {
  name: 'places import',
  summary: '从 CSV 导入地方（全部或不导入） · Import places from a CSV file, all or nothing',
  usage: `places import <file.csv> [--county=<slug>] [--preview]\n  columns: ${columns.join(', ')}`,
  async run({ args, flags, say, inCounty }) {
    const [file] = args;
    if (!file) {
      say(this.usage);
      return 2;
    }
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) {
      say(`读不到 ${file}。 · ${file} cannot be read.`);
      return 2;
    }
    return inCounty((ctx) => importPlaces(ctx, text, flags['preview'] !== undefined, say));
  },
};
