import { wordsOfCheck } from '@xiangyin/document/checks';
import type { FindingDismissalList } from '@xiangyin/server/contract';
import { furtherChecks } from '../../kit/further-words.ts';
import { useLanguage, useTag } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { stepWords } from '../step-words.ts';
import { checksTexts } from './checks-texts.ts';

/** Who left which finding of the checks as it is and why, and what was taken up again, oldest first. Nothing where nobody did. */
export function FindingWords({ entries }: { entries: FindingDismissalList['entries'] }) {
  const words = useWords(checksTexts);
  const newsroom = useWords(newsroomTexts);
  const language = useLanguage();
  const tag = useTag();
  const times = useTimes();
  if (entries.length === 0) return null;
  return (
    <Part title={words.history}>
      <ol className="timeline">
        {entries.map(({ key, check, reason, remark, by, step, at }) => (
          <li key={`${key} ${at}`}>
            <strong>{wordsOfCheck(check, language, furtherChecks(tag)).name}</strong> {by.name}
            {step !== null && `（${stepWords(newsroom, step)}）`}
            <div className="meta">{times.at(at)}</div>
            <p>
              {reason === null ? words.reopened : words.because(reason === 'other' ? remark : words.reasons[reason])}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
