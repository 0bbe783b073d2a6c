import { onRefusal } from './refusals.ts';

/** So often it is looked while the page is looked at, or when it is come back to. */
const everyMilliseconds = 600_000;

/** Calls `look` while the page stands open, to see whether the program was renewed under it: every ten minutes and when it is come back to after as long, and at once where something sent was not understood. Answers how to end it. */
export function lookAgain(
  look: () => void,
  page: Pick<Document, 'visibilityState'> & Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  let lookedAt = Date.now();
  const lookNow = (): void => {
    lookedAt = Date.now();
    look();
  };
  const comeBack = (): void => {
    if (page.visibilityState === 'visible' && Date.now() - lookedAt >= everyMilliseconds) lookNow();
  };
  const timer = setInterval(comeBack, everyMilliseconds);
  const stopHearing = onRefusal('BadRequest', lookNow);
  page.addEventListener('visibilitychange', comeBack);
  return () => {
    clearInterval(timer);
    stopHearing();
    page.removeEventListener('visibilitychange', comeBack);
  };
}
