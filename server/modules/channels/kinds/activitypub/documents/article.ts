import { pictureHashes } from '@xiangyin/document';
import { originalPath } from '#media';
import type { Ctx } from '#platform/transaction';
import { figuresOf } from '../../../piece/figures.ts';
import { htmlOf } from '../../../piece/html.ts';
import type { Piece } from '../../../piece/piece.ts';
import { addressesOf } from './addresses.ts';
import { activityStreams, escapeHtml, everybody } from './documents.ts';
import type { Document } from './documents.ts';

type Told = Pick<
  Piece,
  'text' | 'marked' | 'byline' | 'language' | 'notice' | 'correctionNote' | 'site' | 'publisher'
> & {
  readonly address: string | null;
};

/** An edition as Article (`changedAt`: when something beside its text changed later): headline, deck, the whole text, its pictures with their words, and the page where it stands. A correction begins with what was wrong. */
export function articleDocument(
  ctx: Ctx,
  channelId: string,
  objectId: string,
  piece: Piece,
  changedAt: Date | null = null,
): Document {
  const at = addressesOf(ctx, channelId);
  const updated = changedAt ?? (piece.editionNumber > 1 ? piece.publishedAt : null);
  return {
    '@context': activityStreams,
    id: at.object(objectId),
    type: 'Article',
    attributedTo: at.actor,
    to: [everybody],
    cc: [at.followers],
    name: piece.text.title,
    // Servers learn the language from the first of these maps.
    nameMap: { [piece.language]: piece.text.title },
    ...(piece.text.deck === '' ? {} : { summary: escapeHtml(piece.text.deck) }),
    content: contentOf(ctx, piece),
    url: piece.address,
    published: piece.firstPublishedAt.toISOString(),
    ...(updated === null ? {} : { updated: updated.toISOString() }),
    ...(piece.validUntil === null ? {} : { endTime: piece.validUntil.toISOString() }),
    attachment: picturesOf(piece),
  };
}

/** What stands in the Article: the note of a correction, how urgent a notice is and until when it holds, the whole text, who wrote and published it, and where. */
export function contentOf(ctx: Ctx, piece: Told): string {
  const language = piece.language === 'en' ? 'en' : 'zh-CN';
  const say = (key: string, values: Record<string, unknown>): string =>
    escapeHtml(ctx.app.wording.say(language, `channels.activitypub.${key}`, values));
  const note =
    piece.correctionNote === null
      ? ''
      : `<p><strong>${say('corrected', { note: piece.correctionNote })}</strong></p>\n`;
  const notice = piece.notice === null ? '' : `<p><strong>${escapeHtml(piece.notice)}</strong></p>\n`;
  const by = say('by', { byline: piece.byline, publisher: piece.publisher });
  const where =
    piece.address === null ? '' : `<br><a href="${escapeHtml(piece.address)}">${escapeHtml(piece.address)}</a>`;
  return `${note}${notice}${htmlOf(piece)}\n<p>${by}${where}</p>`;
}

function picturesOf(piece: Piece): Document[] {
  const figures = figuresOf(piece.text);
  return pictureHashes(piece.text).flatMap((hash) => {
    const figure = figures.get(hash);
    return figure
      ? [
          {
            type: 'Image',
            mediaType: 'image/jpeg',
            url: `${piece.site}${originalPath(hash)}`,
            // What readers of other servers see under the picture, in words.
            name: [figure.alt, piece.marked.get(hash)?.words].filter(Boolean).join(' · '),
            width: figure.width,
            height: figure.height,
          },
        ]
      : [];
  });
}
