import { langOf } from '../here.ts';
import type { Here } from '../here.ts';

/** What somebody agrees to. Beside a page in a further language stands the original: it is what is kept as evidence. */
export function Agreement({
  here,
  text,
  original,
}: {
  here: Here;
  text: readonly string[];
  original: readonly string[];
}) {
  return (
    <>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {original.length > 0 && (
        <>
          <p class="quiet">{here.t.volunteering.form.consentOriginal}</p>
          <div {...langOf(here, here.frame.language)}>
            {original.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </>
      )}
    </>
  );
}
