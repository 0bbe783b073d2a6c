import { pictureHashes, renderPlain } from '@xiangyin/document';
import { originalPath, qrCode } from '#media';
import { checkPath, markOfEdition, markPath } from '#newsroom';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyPackageView } from '../contract.ts';
import { capabilitiesOf, kindOf } from '../kinds/registry.ts';
import { figuresOf } from '../piece/figures.ts';
import { pieceOf } from '../piece/piece.ts';
import type { Piece } from '../piece/piece.ts';
import { deskCopy, standingCopies } from './copy-queries.ts';
import type { DeskCopy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { stands } from './states.ts';

/** Everything that somebody needs to bring a copy to its place by hand. Refuses: NotFound (404) for a copy that is not theirs to bring. */
export async function copyPackage(ctx: Ctx, actor: Actor, copyId: string): Promise<CopyPackageView> {
  const read = await ctx.transaction(async (tx) => {
    const copy = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.bring', copy);
    const former = (await standingCopies(tx, copy.storyId)).findLast(
      (one) => one.channelId === copy.channelId && one.editionNumber < copy.editionNumber && stands(one),
    );
    const piece = await pieceOf(tx, copy.editionId);
    return {
      view: copyView(tx, actor, copy),
      todo: todoFor(copy, former !== undefined),
      piece,
      signed:
        isRecalled(copy) || copy.isOvertakenInHands ? null : await markOfEdition(tx, copy.storyId, copy.editionNumber),
      formerAddress: former?.address ?? (copy.state === 'withdrawing' ? copy.address : null),
      instructions: copy.settings ? (kindOf(copy.settings).instructions?.(copy.settings) ?? '') : '',
      words: wordsFor(tx, piece),
    };
  });
  const { piece, view, words, signed, ...more } = read;
  return {
    ...more,
    copy: view,
    title: piece.text.title,
    text: textFor(piece, more.todo, words, { isMarked: signed !== null, isGone: view.state === 'withdrawing' }),
    address: piece.address,
    qr: await qrCode(piece.address),
    mark: signed === null ? null : await carriedMark(`${piece.site}${markPath(signed)}`),
    pictures: pictureHashes(piece.text).map((hash) => ({
      href: originalPath(hash),
      alt: figuresOf(piece.text).get(hash)?.alt ?? '',
      caption: [figuresOf(piece.text).get(hash)?.caption, piece.marked.get(hash)?.words].filter(Boolean).join(' · '),
    })),
  };
}

type Todo = CopyPackageView['todo'];

// What is withdrawn is not carried on with our word that it is genuine.
const isRecalled = ({ state }: DeskCopy): boolean => state === 'withdrawing' || state === 'withdrawn';

const carriedMark = async (address: string): Promise<CopyPackageView['mark']> => ({
  address,
  qr: await qrCode(address, 'L'),
});

function todoFor(copy: DeskCopy, follows: boolean): Todo {
  const can = capabilitiesOf(copy.settings);
  if (copy.state === 'withdrawing') return can.withdraw === 'notice' ? 'notice' : 'take-down';
  if (copy.isOvertakenInHands) return 'overtaken';
  if (copy.state !== 'manual') return 'done';
  if (!follows) return 'publish';
  return can.correct === 'none' ? 'publish' : can.correct;
}

type Words = (key: string, values?: Record<string, unknown>) => string;
// Whoever reads them there reads the piece, whatever language its keeper works in.
const wordsFor =
  (tx: Tx, { language }: Piece): Words =>
  (key, values = {}) =>
    tx.ctx.app.wording.say(language === 'en' ? 'en' : 'zh-CN', `channels.package.${key}`, values);

interface Told {
  /** The mark is carried along. */
  readonly isMarked: boolean;
  /** The story is withdrawn. */
  readonly isGone: boolean;
}

/** What is pasted there: where only a note can follow, the note; else the whole text, with the correction above it. */
function textFor(piece: Piece, todo: Todo, words: Words, { isMarked, isGone }: Told): string {
  const foot = [
    words('foot', { publisher: piece.publisher, address: piece.address }),
    ...(isMarked ? [words('check', { page: `${piece.site}${checkPath}` })] : []),
  ].join('\n');
  const note = piece.correctionNote ? words('correction', { note: piece.correctionNote }) : '';
  if (todo === 'take-down' || todo === 'overtaken') return '';
  // Whatever its last edition was.
  if (isGone && todo === 'notice') return [words('withdrawn', { title: piece.text.title }), foot].join('\n\n');
  if (todo === 'notice')
    return [words(note ? 'corrected' : 'updated', { title: piece.text.title }), note, foot]
      .filter(Boolean)
      .join('\n\n');
  return [note, piece.notice, renderPlain(piece.text), foot].filter(Boolean).join('\n\n');
}
