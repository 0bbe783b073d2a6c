import type { HocuspocusProvider } from '@hocuspocus/provider';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';
import { colourOf, useOthers } from './presence.ts';

/** Who else writes at this text now. */
export function OthersLine({ provider }: { provider: HocuspocusProvider }) {
  const words = useWords(writingTexts);
  const { personId } = useMe();
  const others = useOthers(provider, personId);
  if (others.length === 0) return null;
  return (
    <p className="row meta others" role="status">
      <span>{words.alsoHere}</span>
      {others.map((one) => (
        <span key={one.id} className={`writer-name ${colourOf(one)}`}>
          {one.name}
        </span>
      ))}
    </p>
  );
}
