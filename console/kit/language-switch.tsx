import { kitTexts } from './kit-texts.ts';
import { offeredLanguages, setLanguage, useTag } from './language.ts';
import { useWords } from './texts.ts';

/** The way to another language: a word where there is one other, a choice where there are more. */
export function LanguageSwitch({ className }: { className: string }) {
  const words = useWords(kitTexts);
  const tag = useTag();
  const others = offeredLanguages.filter((one) => one.tag !== tag);
  const [only] = others;
  if (only && others.length === 1)
    return (
      <button type="button" className={className} lang={only.tag} onClick={() => setLanguage(only.tag)}>
        {only.name}
      </button>
    );
  return (
    <select
      className={className}
      aria-label={words.language}
      translate="no"
      value={tag}
      onChange={(event) => setLanguage(event.currentTarget.value)}
    >
      {others.length === offeredLanguages.length && <option value={tag}>{tag}</option>}
      {offeredLanguages.map((one) => (
        <option key={one.tag} value={one.tag} lang={one.tag}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
