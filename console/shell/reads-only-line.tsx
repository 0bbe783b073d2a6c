import { useEffect } from 'react';
import { onRefusal } from '../kit/refusals.ts';
import { queries } from '../kit/queries.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** Says on every page that nothing can be written until there is room on the disk. Seen with the next look at who is signed in; at once by whoever was refused. */
export function ReadsOnlyLine() {
  const words = useWords(shellTexts);
  const { readsOnly } = useMe();
  useEffect(() => onRefusal('NoRoom', () => void queries.invalidateQueries({ queryKey: ['me'] })), []);
  return (
    <div
      role="status"
      className={readsOnly ? 'notice due' : 'visually-hidden'}
      style={readsOnly ? { borderRadius: 0 } : undefined}
    >
      {readsOnly ? words.readsOnly : ''}
    </div>
  );
}
