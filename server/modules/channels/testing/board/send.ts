import { renderPlainBody } from '@xiangyin/document';
import type { Outcome, Sending } from '../../kinds/sending.ts';
import { callBoard, orVanished } from './call-board.ts';
import type { BoardSettings } from './settings.ts';

/** Puts a text up. The board keeps our key, by which `lookUp` finds the post again. */
export const send = async (sending: Sending<BoardSettings>): Promise<Outcome> =>
  orVanished(await callBoard(sending, '/posts', { key: sending.key, ...post(sending) }));

/** A text as the board shows it. */
export const post = ({ piece }: Sending<BoardSettings>): { title: string; text: string } => ({
  title: piece.text.title,
  text: [piece.correctionNote, renderPlainBody(piece.text), piece.address].filter(Boolean).join('\n'),
});
