import type { OfferLine } from '@xiangyin/server/contract';
import { inWords } from '../kit/language.ts';
import { justDone } from '../outbox/just-done.tsx';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { happenedNow } from './happened-now.ts';

/** Says yes or no; written down here first, sent as soon as there is a line. No reason is asked. */
export async function answerOffer(offer: OfferLine, answer: 'accept' | 'decline'): Promise<void> {
  await enqueue(inWords(offer.service.name), {
    kind: answer === 'accept' ? 'accept-offer' : 'decline-offer',
    subjectId: offer.id,
    path: `/offers/${offer.id}/answers`,
    body: { answer, ...happenedNow() },
  });
  justDone.set({
    subjectId: offer.id,
    title: inWords(offer.service.name),
    words: answer === 'accept' ? 'offer.state.mine' : 'offer.state.declined',
    ...(answer === 'decline' ? { again: { href: `/offers/${offer.id}`, words: 'offer.mistaken' } } : {}),
  });
  soon();
}
