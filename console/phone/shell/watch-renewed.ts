import { lookAgain } from '../../kit/look-again.ts';
import { isRenewedAt } from '../../kit/program-scripts.ts';

const scope = '/console/phone/';

type Listened = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** What of the browser is asked: the workers that keep the shell (none where there are none), and whether somebody looks. */
export interface Asked {
  readonly workers: (Pick<ServiceWorkerContainer, 'controller' | 'getRegistration'> & Listened) | undefined;
  readonly page: Pick<Document, 'visibilityState'> & Listened;
}

/** Tells once the program was renewed under the page that stands open. A worker with the new shell takes over from the one before: from then on the page opens as the new one. Answers how to end it. */
export function watchRenewed(tell: () => void, { workers, page }: Asked): () => void {
  // The very first worker takes over from nobody.
  let isKept = Boolean(workers?.controller);
  const takenOver = (): void => {
    if (isKept) tell();
    isKept = true;
  };
  workers?.addEventListener('controllerchange', takenOver);
  const stopLooking = lookAgain(() => void lookAnew(workers, tell).catch(() => undefined), page);
  return () => {
    workers?.removeEventListener('controllerchange', takenOver);
    stopLooking();
  };
}

async function lookAnew(workers: Asked['workers'], tell: () => void): Promise<void> {
  const registration = await workers?.getRegistration(scope);
  if (registration) await registration.update();
  else if (await isRenewedAt(scope)) tell();
}
