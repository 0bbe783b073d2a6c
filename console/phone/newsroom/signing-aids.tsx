import type { StoryView } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { GrowingText } from './growing-text.tsx';

/** What goes along with a signature besides the verdict. */
export interface Aids {
  readonly ticked: readonly string[];
  readonly exceptionReason: string;
}
export const noAids: Aids = { ticked: [], exceptionReason: '' };

/** The step's check list to tick off, and the reason where one person takes a second step. Nothing where the chain asks neither. */
export function SigningAids({ story, aids, change }: { story: StoryView; aids: Aids; change: (aids: Aids) => void }) {
  if (!story.step) return null;
  const { checkList, checkListRequired, isException } = story.step;
  return (
    <>
      {checkList.length > 0 && (
        <fieldset class="check-list">
          <legend class="meta">{say(checkListRequired ? 'check-list.required' : 'check-list.aid')}</legend>
          {checkList.map((line) => (
            <label key={line}>
              <input
                type="checkbox"
                checked={aids.ticked.includes(line)}
                onChange={({ currentTarget }) =>
                  change({
                    ...aids,
                    ticked: currentTarget.checked ? [...aids.ticked, line] : aids.ticked.filter((one) => one !== line),
                  })
                }
              />{' '}
              {line}
            </label>
          ))}
        </fieldset>
      )}
      {isException && (
        <GrowingText
          id="exception"
          class="words"
          label={say('exception.why')}
          value={aids.exceptionReason}
          rows={1}
          invalid={false}
          change={(exceptionReason) => change({ ...aids, exceptionReason })}
        />
      )}
    </>
  );
}
