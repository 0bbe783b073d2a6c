import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { onRefusal } from '../kit/api.ts';
import { keepHeight } from '../kit/kept-height.ts';
import { isRenewed, ownScripts } from '../kit/program-scripts.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

const everyMilliseconds = 600_000;

/** Says quietly that the program was renewed while this page stood open, and lets the person load it again when it suits them: nothing that is half written is lost. Under the top bar and in view wherever the page is scrolled to; what else stays there stands below it (`--renewed`). Looked at when the page is come back to, and at once where something sent was not understood. */
export function RenewedLine() {
  const words = useWords(shellTexts);
  const [renewed, setRenewed] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => (renewed ? undefined : watch(() => setRenewed(true))), [renewed]);
  useLayoutEffect(() => (renewed && line.current ? keepHeight('--renewed', line.current) : undefined), [renewed]);
  return (
    <div ref={line} role="status" className={renewed ? 'notice row apart renewed' : 'visually-hidden'}>
      {renewed && (
        <>
          <span>{words.renewed}</span>
          <Button size="small" onClick={() => location.reload()}>
            {words.reload}
          </Button>
        </>
      )}
    </div>
  );
}

function watch(tell: () => void): () => void {
  let lookedAt = Date.now();
  const look = (): void => {
    lookedAt = Date.now();
    void pageNow().then((page) => page !== null && isRenewed(ownScripts(), page) && tell());
  };
  const comeBack = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - lookedAt >= everyMilliseconds) look();
  };
  const timer = setInterval(comeBack, everyMilliseconds);
  const stopHearing = onRefusal('BadRequest', look);
  document.addEventListener('visibilitychange', comeBack);
  return () => {
    clearInterval(timer);
    stopHearing();
    document.removeEventListener('visibilitychange', comeBack);
  };
}

// Null while the program does not answer.
const pageNow = (): Promise<string | null> =>
  fetch('/console/', { headers: { accept: 'text/html' } })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
