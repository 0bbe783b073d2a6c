import type { Kind } from '../kind.ts';
import { remarks } from './contributed-copies.ts';
import { lookUp } from './look-up.ts';
import { readBack } from './read-back.ts';
import { send } from './send.ts';
import { contributionSettings } from './settings.ts';
import type { ContributionSettings } from './settings.ts';
import { test } from './test.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** 上报 (ADR 34): another Xiangyin receives what is published here and decides for itself. What is corrected or taken down here it is told; nothing there is ours to change, so all of it leaves last, after the pause. */
export const contribution: Kind<ContributionSettings> = {
  key: 'contribution',
  settings: contributionSettings,
  texts,
  secret: { from: 'given', parts: { token: 'needed' } },
  capabilities: () => ({
    correct: 'notice',
    withdraw: 'notice',
    endsNotices: false,
    readsBack: true,
    carrier: 'program',
  }),
  send,
  withdraw,
  lookUp,
  readBack,
  test,
  remarks,
};
