import type { Words } from '#platform/county';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** Refuses a name that lacks the county's own language, the first of its languages; any other may be missing. BadRequest (400), naming the field. */
export function mustBeInOwnLanguage(tx: Tx, name: Words, path = '/name'): void {
  const own = tx.ctx.county.languages[0] ?? 'zh-CN';
  if (!name[own]) refuse('BadRequest', {}, [{ path: `${path}/${own}`, code: 'required' }]);
}
