import type * as checksPackage from '@xiangyin/document/checks';
import type { Finding } from '@xiangyin/document/checks';
import type { CheckRulesView } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import type { Draft, LeftFinding } from './draft.ts';
import { textOf } from './draft-text.ts';
import { FindingLine } from './finding-line.tsx';
import { LeaveFinding } from './leave-finding.tsx';
import { mended } from './mend-words.ts';

type Checks = typeof checksPackage;

/** How long the thumbs rest before the text is looked at again, in milliseconds. */
const restMilliseconds = 1_500;

/** 文字检查: looked at when asked for, and from then on whenever the writing rests. Each finding with why; mended by a touch, or left with a reason that the desk reads. It stands in nobody's way. */
export default function DraftFindings({
  draft,
  rules,
  change,
}: {
  draft: Draft;
  rules: CheckRulesView | undefined;
  change: (change: Partial<Draft>) => void;
}) {
  const [checks, setChecks] = useState<Checks | null>(null);
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [seen, setSeen] = useState<Draft | null>(null);
  const look = () => {
    setWanted(true);
    setSeen(draft);
    // A browser too old for their patterns, or no line the first time.
    if (!checks) void import('@xiangyin/document/checks').then(setChecks, () => setFailed(true));
  };
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => setSeen(draft), restMilliseconds);
    return () => clearTimeout(timer);
  }, [draft, wanted]);
  if (!wanted || !seen)
    return (
      <button type="button" class="btn wide" onClick={look}>
        {say('findings.look')}
      </button>
    );
  if (!checks) return <p class="meta">{say(failed ? 'findings.cannot' : 'coming')}</p>;
  const left = new Map((draft.left ?? []).map((one) => [one.key, one]));
  const all = findingsIn(checks, seen, rules);
  const open = all.filter(({ key }) => !left.has(key));
  const leave = (finding: Finding, reason: LeftFinding['reason'], remark = '') =>
    change({
      left: [
        ...(draft.left ?? []).filter(({ key }) => key !== finding.key),
        { check: finding.check, key: finding.key, reason, remark },
      ],
    });
  return (
    <section class="findings writing" aria-live="polite">
      <h2>{all.length === 0 ? say('findings.none') : say('findings.open', { n: open.length })}</h2>
      <ul>
        {open.map((finding) => {
          const mend = mended(draft, finding);
          return (
            <FindingLine key={`${finding.path}:${finding.from}`} finding={finding} checks={checks}>
              <div class="links">
                {mend && (
                  <button
                    type="button"
                    class="btn small"
                    onClick={() => {
                      change(mend);
                      setSeen({ ...draft, ...mend });
                    }}
                  >
                    {say('findings.mend', { words: finding.suggestion ?? '' })}
                  </button>
                )}
                <LeaveFinding finding={finding} leave={(reason, remark) => leave(finding, reason, remark)} />
              </div>
            </FindingLine>
          );
        })}
        {all.map((finding) => {
          const why = left.get(finding.key);
          return (
            why && (
              <FindingLine key={`${finding.path}:${finding.from}`} finding={finding} checks={checks}>
                <div class="links">
                  <span class="meta">
                    {say('findings.because', {
                      reason: why.reason === 'other' ? why.remark : say(`findings.reason.${why.reason}`),
                    })}
                  </span>
                  <button
                    type="button"
                    class="plain"
                    onClick={() => change({ left: (draft.left ?? []).filter(({ key }) => key !== finding.key) })}
                  >
                    {say('findings.again')}
                  </button>
                </div>
              </FindingLine>
            )
          );
        })}
      </ul>
    </section>
  );
}

function findingsIn(checks: Checks, draft: Draft, rules: CheckRulesView | undefined): Finding[] {
  const parsed = textOf(draft);
  if (!parsed.ok) return [];
  const placeNames = rules?.placeNames[parsed.text.language === 'en' ? 'en' : 'zh-CN'] ?? [];
  // What is missing in a picture is said when handing in.
  return checks
    .checkText(parsed.text, { off: rules?.off ?? [], terms: rules?.terms ?? [], placeNames })
    .filter(({ why }) => why !== 'no-alternative' && why !== 'no-credit');
}
