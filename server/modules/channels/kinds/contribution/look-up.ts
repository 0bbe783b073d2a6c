import type { Outcome, Sending } from '../sending.ts';
import { callCentre, failureOf, orNoAnswer } from './call-centre.ts';
import { saidOf } from './said-of.ts';
import type { ContributionSettings } from './settings.ts';
import { sourceOf } from './source-of.ts';

/** What became of an edition there: by our host, the story's slug and the edition, which is how the other centre knows it. */
export const lookUp = (sending: Sending<ContributionSettings>): Promise<Outcome | 'absent'> =>
  orNoAnswer<Outcome | 'absent'>(async () => {
    const query = new URLSearchParams({ ...sourceOf(sending), edition: String(sending.piece.editionNumber) });
    const answer = await callCentre(sending, { method: 'GET', path: `/contributions?${query.toString()}` });
    if (answer.isGood) return saidOf(sending, answer.body);
    return answer.code === 'NotFound' ? 'absent' : failureOf(answer);
  });
