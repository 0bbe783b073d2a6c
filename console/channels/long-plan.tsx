import { Fragment, type ReactNode } from 'react';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { inTwoParts } from './two-parts.ts';

/** The lines of a plan as a list: of many channels the rest is folded away, with a word of how many of those must be known before the click. */
export function LongPlan<T>({
  items,
  idOf,
  mustBeKnown,
  children,
}: {
  items: readonly T[];
  idOf: (item: T) => string;
  mustBeKnown: (item: T) => boolean;
  children: (item: T) => ReactNode;
}) {
  const words = useWords(channelTexts);
  const { first, rest, grave } = inTwoParts(items, mustBeKnown);
  const list = (some: readonly T[]) => (
    <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
      {some.map((item) => (
        <Fragment key={idOf(item)}>{children(item)}</Fragment>
      ))}
    </ul>
  );
  return (
    <>
      {list(first)}
      {rest.length > 0 && (
        <details>
          <summary>{words.restOfPlan(rest.length, grave)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
