import type { Act } from './entry.ts';

/** The page of what an act is about, such as `/visits/018f…`; null: there is none of its own. */
export function pageOfAct({ kind, subjectId }: Act): string | null {
  switch (kind) {
    case 'accept-offer':
    case 'decline-offer':
      return `/offers/${subjectId}`;
    case 'check-in':
    case 'complete-visit':
    case 'fail-visit':
    case 'release-visit':
    case 'report-incident':
      return `/visits/${subjectId}`;
    case 'ask-correction':
    case 'answer-difference':
    case 'ask-certificate':
      return '/hours';
    default:
      return null;
  }
}

/** What somebody wrote with it: it stands nowhere else when it was not taken. Empty: nothing. */
export function wordsOfAct(act: Act): string {
  const body: unknown = 'body' in act ? act.body : null;
  if (typeof body !== 'object' || body === null) return '';
  const written = Object.entries(body).find(([name]) => ['said', 'report', 'reason'].includes(name));
  return typeof written?.[1] === 'string' ? written[1] : '';
}
