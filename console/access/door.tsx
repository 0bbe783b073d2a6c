import { Alert, Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { encryptedAddress } from '../kit/encrypted-address.ts';
import { LanguageSwitch } from '../kit/language-switch.tsx';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import '../shell/shell.css';

/** The pages before the sign-in: a quiet card on paper. Over a line that others can read nothing is asked. */
export function Door({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { door } = useWords(accessTexts);
  useEffect(() => {
    document.title = `${title} · 乡音`;
  }, [title]);
  return (
    <main className="door">
      <div className="door-card">
        <header>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </header>
        {isSecureContext ? children : <OpenLine />}
        <footer className="row apart meta">
          <a href="/">{door.publicSite}</a>
          <LanguageSwitch className="door-language" />
        </footer>
      </div>
    </main>
  );
}

function OpenLine() {
  const { door } = useWords(accessTexts);
  return (
    <div className="stack">
      <Alert type="error" role="alert" title={door.open} description={door.openHint} />
      <Button type="primary" block href={encryptedAddress(location)}>
        {door.openInstead}
      </Button>
    </div>
  );
}
