import { channels } from './zh/channels.ts';
import { entry } from './zh/entry.ts';
import { newsroom } from './zh/newsroom.ts';
import { volunteering } from './zh/volunteering.ts';

/** The words of the phone entry: the source, a file for each area. `{name}` is filled in. */
export const zh = { ...entry, ...newsroom, ...channels, ...volunteering } as const;
