import { useQuery } from '@tanstack/react-query';
import type { Finding } from '@xiangyin/document/checks';
import type { FindingDismissalList, FindingDismissalView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { queries } from '../../kit/queries.ts';
import { useAct } from '../../kit/use-act.ts';

/** Why a finding is left as it is. */
export type DismissalReason = FindingDismissalView['reason'];

const nothing: readonly FindingDismissalView[] = [];

/** The findings of a story that somebody left as they are, and how to leave one or take it up again. */
export function useDismissals(storyId: string) {
  const queryKey = ['finding-dismissals', storyId];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read<FindingDismissalList>(`/stories/${storyId}/finding-dismissals`, {}, { signal }),
  });
  const { run, busy } = useAct<FindingDismissalList>();
  const send = async ({ check, key }: Finding, reason: DismissalReason | null, remark = ''): Promise<boolean> => {
    const after = await run('POST', `/stories/${storyId}/finding-dismissals`, { check, key, reason, remark });
    if (after) queries.setQueryData(queryKey, after);
    return after !== undefined;
  };
  return {
    dismissals: data?.items ?? nothing,
    mayDismiss: data?.mayDismiss ?? false,
    isKnown: data !== undefined,
    send,
    busy,
  };
}

/** The findings that still wait for somebody's eye, and those that were left as they are with their reasons. */
export function sortFindings(findings: readonly Finding[], dismissals: readonly FindingDismissalView[]) {
  const left = new Map(dismissals.map((one) => [one.key, one]));
  return {
    open: findings.filter(({ key }) => !left.has(key)),
    dismissed: findings.flatMap((finding) => {
      const dismissal = left.get(finding.key);
      return dismissal ? [{ finding, dismissal }] : [];
    }),
  };
}
