import { useQuery } from '@tanstack/react-query';
import type { consentText } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';

/** The versioned consent text, in the words that the web form shows: to be read out before the tick. */
export function ReadOut() {
  const { consent: words } = useWords(deskTexts);
  const language = useLanguage();
  const consent = useQuery({
    queryKey: ['consent'],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof consentText>>('/consent', {}, { signal }),
  });
  return (
    <Loaded query={consent} rows={3}>
      {({ version, paragraphs }) => (
        <section aria-label={words.title} className="read-out">
          <h3>
            {words.title} <small className="meta">{words.version(version)}</small>
          </h3>
          {paragraphs.map((paragraph, at) => (
            <p key={at}>{inWords(paragraph, language)}</p>
          ))}
        </section>
      )}
    </Loaded>
  );
}
