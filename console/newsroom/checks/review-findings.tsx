import { useMemo } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { readText } from '../text/read-text.ts';
import { checksTexts } from './checks-texts.ts';
import { DismissButton } from './dismiss-button.tsx';
import { DismissedList } from './dismissed-list.tsx';
import { FindingLine } from './finding-line.tsx';
import './findings.css';
import { sortFindings, useDismissals } from './use-dismissals.ts';
import { useFindings } from './use-findings.ts';

/** For whoever reviews: what the checks find in the very text that is signed, and what was left as it is and why; whoever has the text in hand leaves one as well. It stands in nobody's way. */
export function ReviewFindings({ story }: { story: StoryView }) {
  const words = useWords(checksTexts);
  const text = useMemo(() => readText(story.text), [story.text]);
  const { findings } = useFindings(story, text);
  const { dismissals, mayDismiss, send, busy } = useDismissals(story.id);
  if (findings === null) return null;
  const { open, dismissed } = sortFindings(findings, dismissals);
  if (open.length === 0 && dismissed.length === 0) return <p className="meta">{words.noneInReview}</p>;
  return (
    <section className="review-findings" aria-label={words.title}>
      {open.length > 0 && (
        <details>
          <summary>
            {words.title} · {words.open(open.length)}
          </summary>
          <ul className="findings">
            {open.map((finding) => (
              <FindingLine key={`${finding.path}:${finding.from}`} finding={finding}>
                {mayDismiss && (
                  <DismissButton
                    finding={finding}
                    busy={busy}
                    onDismiss={(reason, remark) => send(finding, reason, remark)}
                  />
                )}
              </FindingLine>
            ))}
          </ul>
        </details>
      )}
      <DismissedList
        dismissed={dismissed}
        {...(mayDismiss ? { onReopen: (finding) => void send(finding, null) } : {})}
      />
    </section>
  );
}
