import type { StoryMarkClaim, StoryStanding } from '@xiangyin/server/contract';

/** How a genuine mark stands to what is published today; `unknown` where the page says otherwise of the same edition, or has not come so far. */
export function storyStanding(
  claim: Pick<StoryMarkClaim, 'rev' | 'sha'>,
  today: StoryStanding,
): 'same' | 'newer' | 'withdrawn' | 'unknown' {
  if (today.state === 'withdrawn') return 'withdrawn';
  if (today.edition > claim.rev) return 'newer';
  return today.edition === claim.rev && today.sha === claim.sha ? 'same' : 'unknown';
}
