import type { Outcome, Sending } from '../../kinds/sending.ts';
import { callBoard } from './call-board.ts';
import type { BoardSettings } from './settings.ts';

/** Whether our post is there, by the key that we gave it: asked before anything is sent again. */
export const lookUp = (sending: Sending<BoardSettings>): Promise<Outcome | 'absent'> =>
  callBoard(sending, `/posts?key=${encodeURIComponent(sending.key)}`);
