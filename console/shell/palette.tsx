import { Suspense } from 'react';
import { useEver } from '../kit/use-ever.ts';
import { useShortcuts } from '../kit/shortcuts.ts';
import { PaletteDialog } from './later.ts';
import { useOpening } from './opening.ts';

/** Ctrl-K: a page by its name, a story by its title, an order by its code, a person by name. */
export function Palette() {
  const [shown, setShown] = useOpening('palette');
  useShortcuts({ 'mod+k': () => setShown(true) });
  if (!useEver(shown)) return null;
  return (
    <Suspense>
      <PaletteDialog open={shown} onClose={() => setShown(false)} />
    </Suspense>
  );
}
