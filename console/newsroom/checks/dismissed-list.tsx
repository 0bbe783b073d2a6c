import type { Finding } from '@xiangyin/document/checks';
import { Button } from 'antd';
import type { FindingDismissalView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { checksTexts } from './checks-texts.ts';
import { FindingLine } from './finding-line.tsx';
import { newsroomTexts } from '../newsroom-texts.ts';
import { stepWords } from '../step-words.ts';

/** The findings that were left as they are: because of what, by whom, at which step of the review, when. Without `onReopen` it is only read. */
export function DismissedList({
  dismissed,
  onReopen,
}: {
  dismissed: readonly { readonly finding: Finding; readonly dismissal: FindingDismissalView }[];
  onReopen?: (finding: Finding) => void;
}) {
  const words = useWords(checksTexts);
  const newsroom = useWords(newsroomTexts);
  const times = useTimes();
  if (dismissed.length === 0) return null;
  return (
    <details className="findings-left">
      <summary>{words.dismissed(dismissed.length)}</summary>
      <ul className="findings">
        {dismissed.map(({ finding, dismissal }) => (
          <FindingLine key={`${finding.path}:${finding.from}`} finding={finding}>
            <span className="meta">
              {words.because(dismissal.reason === 'other' ? dismissal.remark : words.reasons[dismissal.reason])} ·{' '}
              {dismissal.by.name}
              {dismissal.step !== null && `（${stepWords(newsroom, dismissal.step)}）`} {times.at(dismissal.at)}
            </span>
            {onReopen && (
              <Button size="small" type="text" onClick={() => onReopen(finding)}>
                {words.reopen}
              </Button>
            )}
          </FindingLine>
        ))}
      </ul>
    </details>
  );
}
