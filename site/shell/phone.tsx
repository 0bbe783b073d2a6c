import type { ComponentChildren } from 'preact';

interface Said {
  readonly words: string;
  readonly number: string;
}

/** A sentence in which the telephone number can be tapped and is never broken over two lines. */
export function Phone({ words, number }: Said) {
  return around(
    { words, number },
    <a class="phone" href={telephone(number)}>
      {number}
    </a>,
  );
}

/** The same inside of what calls anyhow when it is tapped: a button. */
export const PhoneOfButton = ({ words, number }: Said) =>
  around({ words, number }, <span class="unbroken">{number}</span>);

function around({ words, number }: Said, shown: ComponentChildren) {
  const at = words.indexOf(number);
  if (number === '' || at < 0) return <>{words}</>;
  return (
    <>
      {words.slice(0, at)}
      {shown}
      {words.slice(at + number.length)}
    </>
  );
}

/** The `tel:` address of a number as people write it. */
export const telephone = (number: string) => `tel:${number.replace(/[^\d+*#]/g, '')}`;
