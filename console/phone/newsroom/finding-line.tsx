import type * as checksPackage from '@xiangyin/document/checks';
import type { Finding } from '@xiangyin/document/checks';
import type { ComponentChildren } from 'preact';
import { furtherChecks } from '../kit/further-words.ts';
import { languageNow, tagNow } from '../kit/language.ts';

/** What the checks found: the words in their place, why, and below it what belongs to it. */
export function FindingLine({
  finding,
  checks,
  children,
}: {
  finding: Finding;
  checks: typeof checksPackage;
  children?: ComponentChildren;
}) {
  return (
    <li>
      {finding.words !== '' && (
        <p>
          {finding.before}
          <mark>{finding.words}</mark>
          {finding.after}
        </p>
      )}
      <p class="meta">{checks.whyOf(finding, languageNow(), furtherChecks(tagNow()))}</p>
      {children}
    </li>
  );
}
