import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';

/** What goes along with a signature besides the verdict. */
export interface Aids {
  readonly ticked: readonly string[];
  readonly exceptionReason: string;
  /** The reason was missing when they wanted to sign. */
  readonly asked: boolean;
}
export const noAids: Aids = { ticked: [], exceptionReason: '', asked: false };

/** The step's check list to tick off, and the reason where one person takes a second step. Nothing where the chain asks neither. */
export function ReviewAids({
  story,
  aids,
  onChange,
}: {
  story: StoryView;
  aids: Aids;
  onChange: (aids: Aids) => void;
}) {
  const { chain: words } = useWords(newsroomTexts);
  const reason = useId();
  if (!story.step) return null;
  const { checkList, checkListRequired, isException } = story.step;
  return (
    <>
      {checkList.length > 0 && (
        <fieldset className="check-list">
          <legend className="meta">{checkListRequired ? words.checkListRequired : words.checkList}</legend>
          {checkList.map((line) => (
            <Checkbox
              key={line}
              checked={aids.ticked.includes(line)}
              onChange={({ target }) =>
                onChange({
                  ...aids,
                  ticked: target.checked ? [...aids.ticked, line] : aids.ticked.filter((one) => one !== line),
                })
              }
            >
              {line}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {isException && (
        <div>
          <label htmlFor={reason}>{words.exception}</label>
          <p className="meta">{words.exceptionHint}</p>
          <Input.TextArea
            id={reason}
            value={aids.exceptionReason}
            maxLength={300}
            autoSize={{ minRows: 1, maxRows: 4 }}
            {...(aids.asked && aids.exceptionReason.trim() === '' ? { status: 'error' as const } : {})}
            onChange={({ target }) => onChange({ ...aids, exceptionReason: target.value })}
          />
          {aids.asked && aids.exceptionReason.trim() === '' && (
            <p className="notice hot" role="alert" style={{ marginTop: 6 }}>
              {words.exceptionNeeded}
            </p>
          )}
        </div>
      )}
    </>
  );
}
