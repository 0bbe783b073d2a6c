// As the body of a story has it (document/whole-numbers.ts): a browser breaks a telephone number at its hyphen.
const numbers = /(\+?\d{1,8}(?:-\d{2,8}){1,3})/;

/** Plain words of people, in which a number with hyphens is never broken over two lines. */
export function Plain({ text }: { text: string }) {
  const pieces = text.split(numbers);
  if (pieces.length === 1) return <>{text}</>;
  return (
    <>
      {pieces.map((piece, at) =>
        at % 2 === 1 ? (
          <span key={at} class="unbroken">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}
