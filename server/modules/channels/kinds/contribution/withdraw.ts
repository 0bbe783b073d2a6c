import type { Outcome, Sending } from '../sending.ts';
import { failureOf, orNoAnswer, postJson } from './call-centre.ts';
import { noteSaid } from './contributed-copies.ts';
import type { ContributionSettings } from './settings.ts';
import { sourceOf } from './source-of.ts';

/** Tells the other centre that a text was taken down here. What nobody there has signed is taken back at once; what is public there stays until its own desk decides. What never arrived asks for nothing. */
export const withdraw = (sending: Sending<ContributionSettings>): Promise<Outcome> =>
  orNoAnswer<Outcome>(async () => {
    const answer = await postJson(sending, '/contributions/withdrawals', sourceOf(sending));
    if (!answer.isGood && answer.code !== 'NotFound') return failureOf(answer);
    if (answer.isGood) {
      // What it says of itself otherwise stays true: only its own desk takes it down there.
      const state = answer.body['state'] === 'taken-back' ? 'taken-back' : 'withdrawal-told';
      await sending.ctx.transaction((tx) => noteSaid(tx, sending.copy.id, { state, reason: null }));
    }
    return { outcome: 'accepted', detail: { status: answer.status } };
  });
