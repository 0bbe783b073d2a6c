import type { Finding } from '@xiangyin/document/checks';
import { Sheet } from '../access/sheet.tsx';
import { say } from '../kit/language.ts';

/** Asks once whether numbers of persons are meant to be public; one tap goes past. */
export function PrivacySheet({ found, back, go }: { found: readonly Finding[]; back: () => void; go: () => void }) {
  return (
    <Sheet title={say('privacy.title')} close={back}>
      <p class="meta">{say('privacy.hint')}</p>
      <ul>
        {found.map(({ words }) => (
          <li key={words}>
            <strong>{words}</strong>
          </li>
        ))}
      </ul>
      <div class="two">
        <button type="button" class="btn" onClick={back}>
          {say('privacy.back')}
        </button>
        <button type="button" class="btn primary" onClick={go}>
          {say('privacy.go')}
        </button>
      </div>
    </Sheet>
  );
}
