import { Fragment, type ComponentChildren } from 'preact';
import { inTwoParts } from '../../channels/two-parts.ts';
import { say } from '../kit/language.ts';

/** The rows of a plan: of many channels the rest is folded away, with a word of how many of those must be known before the click. */
export function LongPlan<T>({
  items,
  idOf,
  mustBeKnown,
  children,
}: {
  items: readonly T[];
  idOf: (item: T) => string;
  mustBeKnown: (item: T) => boolean;
  children: (item: T) => ComponentChildren;
}) {
  const { first, rest, grave } = inTwoParts(items, mustBeKnown);
  const list = (some: readonly T[]) => (
    <ul class="rows copies">
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
          <summary>{say(grave === 0 ? 'plan.rest' : 'plan.rest.grave', { n: rest.length, grave })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
