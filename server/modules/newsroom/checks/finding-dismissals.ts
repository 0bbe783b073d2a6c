import type { CheckId } from '@xiangyin/document/checks';
import type { Tx } from '#platform/transaction';
import type { FindingDismissalView } from '../contract.ts';
import type { ReviewStep } from '../story/states.ts';

/** That somebody left a finding of the checks as it is, or (`reason` null) wants it looked at again. `key`: the hash of check, words and sentence. `step`: at which they had the text in hand to review it; null: they write at it. */
export interface DismissedFinding {
  readonly check: CheckId;
  readonly key: string;
  readonly reason: FindingDismissalView['reason'] | null;
  readonly remark: string | null;
  readonly by: string;
  readonly at: Date;
  readonly step: ReviewStep | null;
}

/** Every such word on a story's findings, oldest first: what was taken back stays, and of each finding the last one counts. */
export const findingWords = (tx: Tx, storyId: string): Promise<DismissedFinding[]> =>
  tx.named<DismissedFinding>(
    'newsroom.finding-words',
    `select check_id as "check", finding_key as "key", reason, remark, dismissed_by as "by", dismissed_at as "at", step
       from newsroom.finding_dismissals where county_id = $1 and story_id = $2 order by id`,
    [tx.countyId, storyId],
  );
