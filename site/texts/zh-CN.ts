import { channels } from './zh-CN/channels.ts';
import { demonstration } from './zh-CN/demonstration.ts';
import { media } from './zh-CN/media.ts';
import { newsroom } from './zh-CN/newsroom.ts';
import { portal } from './zh-CN/portal.ts';
import { problems } from './zh-CN/problems.ts';
import { shell } from './zh-CN/shell.ts';
import { statements } from './zh-CN/statements.ts';
import { verify } from './zh-CN/verify.ts';
import { volunteering } from './zh-CN/volunteering.ts';

/** The public pages' words: the source, grouped by module. No spaces between Han and Latin: the stylesheet sets them. */
export const zhCN = {
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

/** What every language must say; a missing or foreign key is a type error. */
export type Texts = typeof zhCN;
