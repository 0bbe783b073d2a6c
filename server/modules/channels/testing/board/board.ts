import type { Kind } from '../../kinds/kind.ts';
import { correct } from './correct.ts';
import { lookUp } from './look-up.ts';
import { send } from './send.ts';
import { boardSettings } from './settings.ts';
import type { BoardSettings } from './settings.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** A notice board that a neighbouring county runs: posts can be changed and taken down, and it knows them by our key. */
export const board: Kind<BoardSettings> = {
  key: 'board',
  settings: boardSettings,
  texts,
  secret: { from: 'given', parts: { token: 'needed' } },
  capabilities: () => ({
    correct: 'edit',
    withdraw: 'delete',
    endsNotices: false,
    readsBack: false,
    carrier: 'program',
  }),
  limits: () => ({ title: 30 }),
  send,
  correct,
  withdraw,
  lookUp,
};
