import type { StoryText } from '@xiangyin/document';
import type * as checksPackage from '@xiangyin/document/checks';
import type { Finding } from '@xiangyin/document/checks';
import type { CheckRulesView, FindingDismissalView, StoryView } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { dateOf, momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { FindingLine } from './finding-line.tsx';

type Checks = typeof checksPackage;

/** What the checks find in the text that is read, and what the writers left as it is and why. Only read here; it stands in nobody's way. */
export function Findings({ story, text }: { story: StoryView; text: StoryText }) {
  const checks = useChecks();
  const rules = useAnswer<CheckRulesView>('/check-rules', { everySeconds: 600 }).value;
  const left = useAnswer<{ items: FindingDismissalView[] }>(`/stories/${story.id}/finding-dismissals`).value?.items;
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
      <Group title={say('findings.open', { n: open.length })} findings={open} checks={checks} />
      <Group
        title={say('findings.left', { n: dismissed.length })}
        findings={dismissed}
        checks={checks}
        dismissals={dismissals}
      />
    </>
  );
}

function Group({
  title,
  findings,
  checks,
  dismissals,
}: {
  title: string;
  findings: readonly Finding[];
  checks: Checks;
  dismissals?: ReadonlyMap<string, FindingDismissalView>;
}) {
  if (findings.length === 0) return null;
  return (
    <details class="findings">
      <summary>{title}</summary>
      <ul>
        {findings.map((finding) => (
          <FindingLine key={`${finding.path}:${finding.from}`} finding={finding} checks={checks}>
            <Because dismissal={dismissals?.get(finding.key)} />
          </FindingLine>
        ))}
      </ul>
    </details>
  );
}

function Because({ dismissal }: { dismissal: FindingDismissalView | undefined }) {
  if (!dismissal) return null;
  const { reason, remark, by, at } = dismissal;
  return (
    <p class="meta">
      {say('findings.because', { reason: reason === 'other' ? remark : say(`findings.reason.${reason}`) })} · {by.name}{' '}
      {momentOf(at)}
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
