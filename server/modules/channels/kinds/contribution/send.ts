import { figuresIn } from '@xiangyin/document';
import type { FigureAttrs } from '@xiangyin/document';
import { readOriginal } from '#media';
import { markOfEdition } from '#newsroom';
import type { Outcome, Sending } from '../sending.ts';
import { callCentre, failureOf, orNoAnswer, postJson } from './call-centre.ts';
import type { Answered } from './call-centre.ts';
import { formOf } from './picture-form.ts';
import { saidOf } from './said-of.ts';
import type { ContributionSettings } from './settings.ts';

/** Hands an edition in at the other centre, with its mark; a later one follows the first there. Pictures that it does not have yet are sent first. The same again is the same there, so no answer that was lost doubles anything. */
export const send = (sending: Sending<ContributionSettings>): Promise<Outcome> =>
  orNoAnswer<Outcome>(async () => {
    const body = await contributionOf(sending);
    if (!body) return { outcome: 'failed', problem: 'setup', detail: { code: 'no-key' } };
    const first = await postJson(sending, '/contributions', body);
    const failed = await sendPictures(sending, first);
    if (failed && !failed.isGood) return failureOf(failed);
    const answer = failed ? await postJson(sending, '/contributions', body) : first;
    return answer.isGood ? saidOf(sending, answer.body) : failureOf(answer);
  });

async function contributionOf({
  ctx,
  piece,
  settings,
}: Sending<ContributionSettings>): Promise<Record<string, unknown> | undefined> {
  const mark = await ctx.transaction((tx) => markOfEdition(tx, piece.storyId, piece.editionNumber));
  if (mark === null) return undefined;
  return {
    mark,
    page: piece.address,
    kind: piece.storyKind,
    section: settings.section,
    byline: piece.byline,
    correction: piece.correctionNote,
    text: piece.text,
  };
}

/** Well within the claim of a try; what is there by then stays there. */
const mostMilliseconds = 20_000;

/** Sends the pictures that an answer misses, one after the other. Undefined: it missed none; else the last answer, the one that refused, or that the rest must wait for another try. */
async function sendPictures(sending: Sending<ContributionSettings>, answer: Answered): Promise<Answered | undefined> {
  if (answer.isGood || answer.code !== 'PicturesMissing') return undefined;
  const missing = new Set(Array.isArray(answer.detail['hashes']) ? answer.detail['hashes'].map(String) : []);
  const figures = figuresIn(sending.piece.text).map(({ attrs }) => attrs);
  const began = performance.now();
  let last: Answered = answer;
  for (const hash of missing) {
    if (performance.now() - began > mostMilliseconds) return moreToSend;
    const figure = figures.find((one) => one.hash === hash);
    if (figure) last = await sendPicture(sending, figure);
    if (!last.isGood) return last;
  }
  return last;
}

const moreToSend: Answered = { isGood: false, status: 503, code: 'more-pictures', detail: {}, afterSeconds: 1 };

async function sendPicture(sending: Sending<ContributionSettings>, figure: FigureAttrs): Promise<Answered> {
  const bytes = await readOriginal(sending.ctx, figure.hash);
  if (!bytes) return { isGood: false, status: 0, code: 'picture-gone', detail: {} };
  const { type, body } = formOf(figure, bytes);
  return callCentre(sending, { method: 'POST', path: '/contributions/pictures', type, body });
}
