import { publicPrefix } from '@xiangyin/document/public-prefix';
import type { Edition, PageFrame } from '@xiangyin/server/contract';

/** The address of a path of the site in a language and edition. The county's first language has no prefix: `/en/large/stories/x`. */
export function addressOf(
  frame: PageFrame,
  path: string,
  tag: string = frame.tag,
  edition: Edition = frame.edition,
): string {
  const prefix = `${publicPrefix(frame.languages, tag)}${edition === 'large' ? '/large' : ''}`;
  return path === '/' ? prefix || '/' : `${prefix}${path}`;
}
