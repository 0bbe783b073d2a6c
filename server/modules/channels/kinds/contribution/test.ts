import type { Outcome, Testing } from '../sending.ts';
import { callCentre, failureOf, orNoAnswer } from './call-centre.ts';
import type { ContributionSettings } from './settings.ts';

/** Asks the other centre whether our account may hand in there, and in the section that was chosen. */
export const test = (testing: Testing<ContributionSettings>): Promise<Outcome> =>
  orNoAnswer<Outcome>(async () => {
    const answer = await callCentre(testing, { method: 'GET', path: '/contributions/terms' });
    if (!answer.isGood) return failureOf(answer);
    const { section } = testing.settings;
    const open = Array.isArray(answer.body['sections']) ? answer.body['sections'].map(slugOf) : [];
    return open.length === 0 || (section !== '' && !open.includes(section))
      ? { outcome: 'failed', problem: 'setup', detail: { status: answer.status, code: 'section' } }
      : { outcome: 'accepted', detail: { status: answer.status } };
  });

const slugOf = (section: unknown): unknown => Object(section)['slug'];
