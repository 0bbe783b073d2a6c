import { channels } from './en/channels.ts';
import { entry } from './en/entry.ts';
import { newsroom } from './en/newsroom.ts';
import { volunteering } from './en/volunteering.ts';
import type { zh } from './zh.ts';

/** The words of the phone entry in English: the same keys. `{n|thing|things}` chooses by number. */
export const en: Readonly<Record<keyof typeof zh, string>> = { ...entry, ...newsroom, ...channels, ...volunteering };
