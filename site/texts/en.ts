import { channels } from './en/channels.ts';
import { demonstration } from './en/demonstration.ts';
import { media } from './en/media.ts';
import { newsroom } from './en/newsroom.ts';
import { portal } from './en/portal.ts';
import { problems } from './en/problems.ts';
import { shell } from './en/shell.ts';
import { statements } from './en/statements.ts';
import { verify } from './en/verify.ts';
import { volunteering } from './en/volunteering.ts';
import type { Texts } from './zh-CN.ts';

/** The public pages' words in English. */
export const en: Texts = {
  shell,
  problems,
  portal,
  verify,
  statements,
  media,
  newsroom,
  volunteering,
  channels,
  demonstration,
};
