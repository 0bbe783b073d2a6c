import { escapeHtml, excerpt, renderPlain } from '@xiangyin/document';
import { inWords, today } from '#places';
import type { Language, Tag } from '#platform/i18n';
import type { Ctx, Tx } from '#platform/transaction';
import { htmlOf } from '../../../piece/html.ts';
import { noticeWords } from '../../../piece/notice-words.ts';
import { pieceOf } from '../../../piece/piece.ts';
import type { Piece } from '../../../piece/piece.ts';
import { pageAddress } from '../page/page-address.ts';

/** What a letter says; the same for all who get it, but for the mark in whose place each one's own token stands. */
export interface LetterBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A letter, and the stories that are in it: of those of a digest some may not be public any more. */
export interface ToldLetter {
  readonly body: LetterBody;
  readonly storyIds: readonly string[];
}

/** Stands where a receiver's token goes; no text can hold it, as it has a character that canonical texts never have. */
export const tokenMark = '\u0001token\u0001';

/** What a letter is about. */
export interface LetterAbout {
  readonly what: 'confirmation' | 'instant' | 'digest' | 'correction' | 'withdrawal' | 'restoration';
  readonly editionId: string | null;
  readonly storyIds: readonly string[];
  readonly language: Language;
  /** In which it speaks: that, or a further one. */
  readonly tag: Tag;
  /** Of the newsletter. */
  readonly name: string;
}

type Say = (key: string, values?: Record<string, unknown>) => string;

/** Renders a letter. Undefined: nothing of it is public any more, so it does not leave. */
export async function letterBody(tx: Tx, about: LetterAbout): Promise<ToldLetter | undefined> {
  const say: Say = (key, values = {}) => tx.ctx.app.wording.say(about.tag, `channels.letter.${key}`, values);
  const publisher = inWords(tx.ctx.county.publisher, about.language);
  const foot = {
    why: say('why', { publisher, name: about.name }),
    choices: pageAddress(tx.ctx, about.tag, `choices/${tokenMark}`),
  };
  if (about.what === 'digest') return digest(tx, about, say, foot, publisher);
  if (about.editionId === null) return undefined;
  const piece = await pieceOf(tx, about.editionId);
  const said = oneStory(about, { ...piece, notice: noticeWords(tx.ctx, piece, about.tag) }, say);
  return { body: framed(about.tag, say, foot, said), storyIds: about.storyIds };
}

/** A letter as whoever wants it at once, or got the wrong one, will get it; the way to their own choices leads nowhere. */
export function letterPreview(
  ctx: Ctx,
  piece: Omit<Told, 'notice'> & Pick<Piece, 'language' | 'publisher'>,
  name: string,
): LetterBody {
  const language = piece.language === 'en' ? 'en' : 'zh-CN';
  const say: Say = (key, values = {}) => ctx.app.wording.say(language, `channels.letter.${key}`, values);
  const foot = { why: say('why', { publisher: piece.publisher, name }), choices: '#' };
  return framed(
    language,
    say,
    foot,
    oneStory({ what: piece.correctionNote === null ? 'instant' : 'correction' }, { ...piece, notice: null }, say),
  );
}

/** The letter that asks whether it was really them; of somebody who gets it already, the way to their choices. */
export function confirmationBody(
  tx: Tx,
  { language, tag, name }: Pick<LetterAbout, 'language' | 'tag' | 'name'>,
  code: string | null,
): LetterBody {
  const say: Say = (key, values = {}) => tx.ctx.app.wording.say(tag, `channels.letter.${key}`, values);
  const publisher = inWords(tx.ctx.county.publisher, language);
  const address = pageAddress(tx.ctx, tag, code === null ? `choices/${tokenMark}` : `confirm/${code}`);
  const lines =
    code === null
      ? [say('confirm', { publisher, name }), say('known')]
      : [say('confirm', { publisher, name }), say('confirm-how')];
  const last = code === null ? [] : [say('confirm-not')];
  return {
    subject: say('confirm-subject', { name }),
    text: [...lines, address, ...last].join('\n\n'),
    html: page(
      tag,
      [
        ...lines.map(paragraph),
        link(address, say(code === null ? 'choices' : 'confirm-button')),
        ...last.map(paragraph),
      ].join(''),
    ),
  };
}

interface Said {
  readonly subject: string;
  readonly text: readonly string[];
  readonly html: readonly string[];
}

/** What a letter with one story needs of it; without an address it stands nowhere yet. */
type Told = Pick<Piece, 'text' | 'byline' | 'correctionNote' | 'site' | 'marked'> & {
  readonly address: string | null;
  /** Level and validity of a notice; null: none. */
  readonly notice: string | null;
};

function oneStory({ what }: Pick<LetterAbout, 'what'>, piece: Told, say: Say): Said {
  const { title } = piece.text;
  const address = piece.address ?? piece.site;
  const original = { text: `${say('original')}: ${address}`, html: link(address, say('original')) };
  if (what === 'withdrawal') {
    const words = say('withdrawal', { title });
    return {
      subject: say('withdrawal-subject', { title }),
      text: [words, original.text],
      html: [paragraph(words), original.html],
    };
  }
  const above =
    what === 'correction'
      ? [say('correction', { title, note: piece.correctionNote ?? '' }), say('correction-text')]
      : what === 'restoration'
        ? [say('restoration', { title })]
        : [];
  return {
    subject: what === 'instant' ? title : say(`${what}-subject`, { title }),
    text: [...above, ...(piece.notice === null ? [] : [piece.notice]), renderPlain(piece.text), original.text],
    html: [
      ...above.map(paragraph),
      `<h1 style="font-size:24px;line-height:1.35">${escapeHtml(title)}</h1>`,
      ...(piece.notice === null ? [] : [`<p><strong>${escapeHtml(piece.notice)}</strong></p>`]),
      `<p style="color:#5b5f57">${escapeHtml(piece.byline)}</p>`,
      styled(htmlOf(piece)),
      original.html,
    ],
  };
}

async function digest(
  tx: Tx,
  about: LetterAbout,
  say: Say,
  foot: Foot,
  publisher: string,
): Promise<ToldLetter | undefined> {
  const pieces = await newest(tx, about.storyIds);
  if (pieces.length === 0) return undefined;
  const day = today(tx);
  const lines = pieces.map((piece) => {
    const mark = piece.correctionNote === null ? '' : ` (${say('corrected')})`;
    const begins = excerpt(piece.text, 90);
    return {
      text: `${piece.text.title}${mark}\n${begins}\n${piece.address}`,
      html: `<h2 style="font-size:18px;line-height:1.35;margin:24px 0 4px"><a href="${escapeHtml(piece.address)}" style="color:#1f5e45">${escapeHtml(piece.text.title)}</a>${escapeHtml(mark)}</h2><p style="margin:0">${escapeHtml(begins)}</p>`,
    };
  });
  const head = say('digest', { publisher, day });
  const body = framed(about.tag, say, foot, {
    subject: say('digest-subject', { name: about.name, day, count: pieces.length }),
    text: [head, ...lines.map((line) => line.text)],
    html: [paragraph(head), ...lines.map((line) => line.html)],
  });
  return { body, storyIds: pieces.map((piece) => piece.storyId) };
}

// As it stands now: a text that was corrected since the digest was planned is right in it, one that was withdrawn is not in it.
async function newest(tx: Tx, storyIds: readonly string[]): Promise<Piece[]> {
  const rows = await tx.named<{ editionId: string }>(
    'channels.newest-editions',
    `select edition_id as "editionId" from newsroom.stories where county_id = $1 and id = any($2::uuid[]) and public_state = 'published' and edition_id is not null order by first_published_at desc`,
    [tx.countyId, storyIds],
  );
  const pieces: Piece[] = [];
  for (const { editionId } of rows) pieces.push(await pieceOf(tx, editionId));
  return pieces;
}

interface Foot {
  readonly why: string;
  readonly choices: string;
}

const framed = (tag: Tag, say: Say, { why, choices }: Foot, said: Said): LetterBody => ({
  subject: cut(said.subject.replace(/\s+/g, ' ')),
  text: [...said.text, '--', why, `${say('choices')}: ${choices}`].join('\n\n'),
  html: page(
    tag,
    `${said.html.join('\n')}<hr style="border:0;border-top:1px solid #d9d5c8;margin:32px 0 12px"><p style="color:#5b5f57;font-size:14px">${escapeHtml(why)}<br>${anchor(choices, say('choices'))}</p>`,
  ),
});

// Cut between two signs, never within one.
const cut = (words: string): string => Array.from(words).slice(0, 200).join('');

const paragraph = (words: string): string => `<p>${escapeHtml(words)}</p>`;
const anchor = (address: string, words: string): string =>
  `<a href="${escapeHtml(address)}" style="color:#1f5e45">${escapeHtml(words)}</a>`;
const link = (address: string, words: string): string => `<p>${anchor(address, words)}</p>`;

// A picture is as wide as the letter at most, whatever shows it.
const styled = (html: string): string =>
  html
    .replaceAll('<figure>', '<figure style="margin:20px 0">')
    .replaceAll('<img ', '<img style="max-width:100%;height:auto" ')
    .replaceAll('<figcaption>', '<figcaption style="color:#5b5f57;font-size:14px">');

// Styles stand on the elements: many mail programs drop a style sheet.
const page = (tag: Tag, body: string): string =>
  `<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0 auto;padding:16px;max-width:640px;background:#fbf8f1;color:#23261f;font:17px/1.8 sans-serif">${body}</body></html>`;
