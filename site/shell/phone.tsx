/** A sentence in which the telephone number can be tapped and is never broken over two lines. */
export function Phone({ words, number }: { words: string; number: string }) {
  const at = words.indexOf(number);
  if (number === '' || at < 0) return <>{words}</>;
  return (
    <>
      {words.slice(0, at)}
      <a class="phone" href={telephone(number)}>
        {number}
      </a>
      {words.slice(at + number.length)}
    </>
  );
}

/** The `tel:` address of a number as people write it. */
export const telephone = (number: string) => `tel:${number.replace(/[^\d+*#]/g, '')}`;
