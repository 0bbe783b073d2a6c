import type { Tag } from '#platform/i18n';
import { localeOf } from '#platform/moments';
import type { Ctx } from '#platform/transaction';
import type { Piece } from './piece.ts';

/** How urgent a notice is and until when it holds, in one line in this language and the county's time: it stands above the text wherever that is only read. Null: neither is said. */
export function noticeWords(
  { app, county }: Ctx,
  { level, validUntil }: Pick<Piece, 'level' | 'validUntil'>,
  tag: Tag,
): string | null {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    app.wording.say(tag, `channels.notice.${key}`, values);
  const until = (at: Date): string =>
    new Intl.DateTimeFormat(localeOf(tag), {
      timeZone: county.timeZone,
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    }).format(at);
  const words = [level && say(level), validUntil && say('until', { moment: until(validUntil) })].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : null;
}
