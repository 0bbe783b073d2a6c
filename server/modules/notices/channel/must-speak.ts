import type { Tag } from '#platform/i18n';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** That somebody can be told in this language. Refuses: BadRequest (400). */
export function mustSpeak({ ctx }: Tx, language: Tag): void {
  if (!ctx.app.wording.speaks(language)) refuse('BadRequest', {}, [{ path: '/language', code: 'invalid_value' }]);
}
