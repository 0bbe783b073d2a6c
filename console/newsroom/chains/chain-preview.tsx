import type { ChainStepView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { chainTexts } from './chain-texts.ts';
import { useChainWords } from './chain-words.ts';

/** Who signs, in which order, by when: as one would say it. */
export function ChainPreview({ steps }: { steps: readonly ChainStepView[] }) {
  const words = useWords(chainTexts);
  const say = useChainWords();
  const last = steps.at(-1);
  return (
    <>
      <ol className="chain-preview">
        {steps.map((one) => (
          <li key={one.step}>
            <strong>{say.step(one.step)}</strong>{' '}
            {[
              words.by(say.roles(one.roles)),
              words.within(say.time(one.dueMinutes)),
              ...(one.pairedWith ? [words.samePerson(say.step(one.pairedWith))] : []),
              ...(one.importantOnly ? [words.importantMark] : []),
              ...(one.checkList.length > 0 ? [words.checks(one.checkList.length, one.checkListRequired)] : []),
            ].join(' · ')}
          </li>
        ))}
      </ol>
      {last && <p className="meta">{last.step === 'urgent_review' ? words.urgentLast : words.lastPublishes}</p>}
    </>
  );
}
