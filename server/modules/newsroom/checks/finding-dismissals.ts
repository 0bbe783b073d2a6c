import type { CheckId } from '@xiangyin/document/checks';
import type { FindingDismissalView } from '../contract.ts';

/** That somebody left a finding of the checks as it is, or (`reason` null) wants it looked at again. `key`: the hash of check, words and sentence. */
export interface DismissedFinding {
  readonly check: CheckId;
  readonly key: string;
  readonly reason: FindingDismissalView['reason'] | null;
  readonly remark: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Its columns in `newsroom.finding_dismissals`. */
export const dismissalColumns =
  'check_id as "check", finding_key as "key", reason, remark, dismissed_by as "by", dismissed_at as "at"';
