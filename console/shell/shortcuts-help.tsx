import { Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useEver } from '../kit/use-ever.ts';
import { useShortcuts } from '../kit/shortcuts.ts';
import { KeysDialog } from './later.ts';
import { useOpening } from './opening.ts';

/** All keys; `?` shows them. */
export function ShortcutsHelp() {
  const navigate = useNavigate();
  const [shown, setShown] = useOpening('keys');
  useShortcuts({ '?': () => setShown(true), h: () => void navigate('/') });
  if (!useEver(shown)) return null;
  return (
    <Suspense>
      <KeysDialog open={shown} onClose={() => setShown(false)} />
    </Suspense>
  );
}
