import { useEffect, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { watchRenewed } from './watch-renewed.ts';

/** Says quietly that the program was renewed while this page stood open; it is opened anew when it suits the person, so nothing half written is lost. */
export function RenewedLine() {
  const [renewed, setRenewed] = useState(false);
  useEffect(() => {
    // Over a bare line there are none, whatever the types say.
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    return watchRenewed(() => setRenewed(true), { workers, page: document });
  }, []);
  return (
    <output class="ribbon-place">
      {renewed && (
        <div class="ribbon">
          <span>{say('line.renewed')}</span>
          <button type="button" class="plain" onClick={() => location.reload()}>
            {say('line.reload')}
          </button>
        </div>
      )}
    </output>
  );
}
