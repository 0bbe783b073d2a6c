import { useSyncExternalStore } from 'react';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';

/** Says when there is no network, and what becomes of what is written meanwhile. */
export function OfflineLine() {
  const words = useWords(kitTexts);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div
      role="status"
      className={online ? 'visually-hidden' : 'notice due'}
      style={online ? undefined : { borderRadius: 0 }}
    >
      {online ? '' : words.offline}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
