import { publicPrefix } from '@xiangyin/document/public-prefix';
import type { Edition, PageFrame } from '@xiangyin/server/contract';

/** The address of a path of the site in a language and edition, as it answers by itself: `/en/`, `/en/large/stories/x`. The county's first language has no prefix. */
export function addressOf(
  frame: PageFrame,
  path: string,
  tag: string = frame.tag,
  edition: Edition = frame.edition,
): string {
  return `${publicPrefix(frame.languages, tag)}${edition === 'large' ? '/large' : ''}${path}`;
}
