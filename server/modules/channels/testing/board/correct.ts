import type { Outcome, Sending } from '../../kinds/sending.ts';
import { callBoard, orVanished } from './call-board.ts';
import { post } from './send.ts';
import type { BoardSettings } from './settings.ts';

/** Changes the post that stands there: `former` is the copy of the earlier edition. */
export const correct = async (sending: Sending<BoardSettings>): Promise<Outcome> =>
  orVanished(await callBoard(sending, `/posts/${sending.former?.remoteId}`, post(sending)));
