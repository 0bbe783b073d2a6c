import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keepHeight } from '../kit/kept-height.ts';
import { lookAgain } from '../kit/look-again.ts';
import { isRenewedAt } from '../kit/program-scripts.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** Says quietly that the program was renewed while this page stood open, and lets the person load it again when it suits them: nothing that is half written is lost. Under the top bar and in view wherever the page is scrolled to; what else stays there stands below it (`--renewed`). Looked at when the page is come back to, and at once where something sent was not understood. */
export function RenewedLine() {
  const words = useWords(shellTexts);
  const [renewed, setRenewed] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => (renewed ? undefined : lookAgain(() => void look(() => setRenewed(true)), document)), [renewed]);
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

async function look(tell: () => void): Promise<void> {
  if (await isRenewedAt('/console/')) tell();
}
