import type { StoryText } from '@xiangyin/document';
import type * as checksPackage from '@xiangyin/document/checks';
import type { Finding } from '@xiangyin/document/checks';
import type { CheckRulesView, FindingDismissalList, FindingDismissalView, StoryView } from '@xiangyin/server/contract';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dateOf, momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import type { LeftFinding } from './draft.ts';
import { FindingLine } from './finding-line.tsx';
import { LeaveFinding } from './leave-finding.tsx';
import { stepName } from './steps.tsx';

type Checks = typeof checksPackage;

/** What the checks find in the text that is read, and what was left as it is and why; whoever has the text in hand leaves one as well. It stands in nobody's way. */
export function Findings({ story, text }: { story: StoryView; text: StoryText }) {
  const checks = useChecks();
  const rules = useAnswer<CheckRulesView>('/check-rules', { everySeconds: 600 }).value;
  const path = `/stories/${story.id}/finding-dismissals`;
  const known = useAnswer<FindingDismissalList>(path);
  const { run, busy, problem } = useAct();
  const left = known.value?.items;
  const mayDismiss = known.value?.mayDismiss ?? false;
  const tell = async ({ check, key }: Finding, reason: LeftFinding['reason'] | null, remark: string): Promise<void> => {
    await run('POST', path, { check, key, reason, remark });
    known.again();
  };
  if (!checks || !rules || !left) return null;
  const placeNames = rules.placeNames[text.language === 'en' ? 'en' : 'zh-CN'];
  const day = dateOf(story.firstPublishedAt ?? story.savedAt);
  const all = checks.checkText(text, { off: rules.off, terms: rules.terms, placeNames }, { day });
  const dismissals = new Map(left.map((one) => [one.key, one]));
  const open = all.filter(({ key }) => !dismissals.has(key));
  const dismissed = all.filter(({ key }) => dismissals.has(key));
  if (all.length === 0) return <p class="meta findings-none">{say('findings.none')}</p>;
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <Group title={say('findings.open', { n: open.length })} findings={open} checks={checks}>
        {(finding) =>
          mayDismiss && (
            <div class="links">
              <LeaveFinding finding={finding} leave={(reason, remark = '') => void tell(finding, reason, remark)} />
            </div>
          )
        }
      </Group>
      <Group title={say('findings.left', { n: dismissed.length })} findings={dismissed} checks={checks}>
        {(finding) => (
          <>
            <Because dismissal={dismissals.get(finding.key)} />
            {mayDismiss && (
              <button type="button" class="plain" disabled={busy} onClick={() => void tell(finding, null, '')}>
                {say('findings.again')}
              </button>
            )}
          </>
        )}
      </Group>
    </>
  );
}

function Group({
  title,
  findings,
  checks,
  children,
}: {
  title: string;
  findings: readonly Finding[];
  checks: Checks;
  children: (finding: Finding) => ComponentChildren;
}) {
  if (findings.length === 0) return null;
  return (
    <details class="findings">
      <summary>{title}</summary>
      <ul>
        {findings.map((finding) => (
          <FindingLine key={`${finding.path}:${finding.from}`} finding={finding} checks={checks}>
            {children(finding)}
          </FindingLine>
        ))}
      </ul>
    </details>
  );
}

function Because({ dismissal }: { dismissal: FindingDismissalView | undefined }) {
  if (!dismissal) return null;
  const { reason, remark, by, step, at } = dismissal;
  return (
    <p class="meta">
      {say('findings.because', { reason: reason === 'other' ? remark : say(`findings.reason.${reason}`) })} · {by.name}
      {step ? `（${stepName(step)}）` : ''} {momentOf(at)}
    </p>
  );
}

// Fetched only where a text is reviewed. A browser too old for their patterns shows the text without them.
function useChecks(): Checks | null {
  const [checks, setChecks] = useState<Checks | null>(null);
  useEffect(() => {
    void import('@xiangyin/document/checks').then(setChecks, () => undefined);
  }, []);
  return checks;
}
