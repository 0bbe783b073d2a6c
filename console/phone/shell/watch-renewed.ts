import { isRenewed, ownScripts } from '../../kit/program-scripts.ts';

/** So often it is looked, when the page is come back to. */
const everyMilliseconds = 600_000;
const scope = '/console/phone/';

/** What of the browser is asked: the workers that keep the shell (none where there are none), and whether somebody looks. */
export interface Asked {
  readonly workers:
    | (Pick<ServiceWorkerContainer, 'controller' | 'getRegistration'> & Pick<EventTarget, 'addEventListener'>)
    | undefined;
  readonly page: Pick<Document, 'visibilityState'> & Pick<EventTarget, 'addEventListener'>;
  /** Calls when something sent was not understood. */
  readonly onNotUnderstood: (look: () => void) => void;
}

/** Tells once the program was renewed under the page that stands open. A worker with the new shell takes over from the one before: from then on the page opens as the new one. Looked at when the page is come back to, and at once where something sent was not understood. */
export function watchRenewed(tell: () => void, { workers, page, onNotUnderstood }: Asked): void {
  let lookedAt = Date.now();
  const look = (): void => {
    lookedAt = Date.now();
    void lookAnew(workers, tell).catch(() => undefined);
  };
  // The very first worker takes over from nobody.
  let isKept = Boolean(workers?.controller);
  workers?.addEventListener('controllerchange', () => {
    if (isKept) tell();
    isKept = true;
  });
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible' && Date.now() - lookedAt >= everyMilliseconds) look();
  });
  onNotUnderstood(look);
}

async function lookAnew(workers: Asked['workers'], tell: () => void): Promise<void> {
  const registration = await workers?.getRegistration(scope);
  if (registration) {
    await registration.update();
    return;
  }
  const response = await fetch(scope, { headers: { accept: 'text/html' } });
  if (response.ok && isRenewed(ownScripts(), await response.text())) tell();
}
