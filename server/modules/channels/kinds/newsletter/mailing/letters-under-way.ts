import type { Outcome, Sending } from '../../sending.ts';
import type { NewsletterSettings } from '../settings.ts';
import type { LetterAbout } from '../letter/letter-body.ts';

type About = Pick<Sending<NewsletterSettings>, 'ctx' | 'channelId' | 'piece'>;

/** Nobody knows yet who gets the letters that are being handed over. */
export const underWay: Outcome = { outcome: 'failed', problem: 'busy', afterSeconds: 5, detail: {} };

/** Whether letters with a story are being handed to the mail server just now; those of the copy `except` are not asked for. To be asked after the planned ones were renewed or dropped, so that no further one can begin. */
export const areUnderWay = (
  { ctx, channelId, piece }: About,
  what: readonly LetterAbout['what'][],
  except: string | null,
): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'channels.letters-under-way',
      `select 1 from channels.mailings where county_id = $1 and channel_id = $2 and due_at is not null and state = 'sending' and what = any($3::text[]) and story_ids @> array[$4::uuid] and ($5::uuid is null or copy_id is distinct from $5) limit 1`,
      [tx.countyId, channelId, what, piece.storyId, except],
    );
    return rows.length > 0;
  });

/** How many letters of this kind with this sending of a copy have not left yet. */
export const openLetters = (
  { ctx, copy }: Pick<Sending<NewsletterSettings>, 'ctx' | 'copy'>,
  what: LetterAbout['what'],
): Promise<number> =>
  ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ n: number }>(
      'channels.open-letters',
      `select count(*)::int as n from channels.mailings where county_id = $1 and copy_id = $2 and round = $3 and what = $4 and state in ('planned', 'sending')`,
      [tx.countyId, copy.id, copy.round, what],
    );
    return row?.n ?? 0;
  });
