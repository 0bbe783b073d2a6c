import type { Tx } from '#platform/transaction';

/** A message is stored as its kind and facts, and said when it is read: which of these kinds say what is looked for, in the reader's language. `part`: in their subject alone. */
export const kindsSaying = (
  tx: Tx,
  kinds: readonly { readonly kind: string }[],
  search: string,
  part: '' | '.subject' = '',
): string[] => {
  const { app, tag } = tx.ctx;
  return kinds
    .map(({ kind }) => kind)
    .filter((kind) => app.wording.say(tag, `notice.${kind}${part}`).toLowerCase().includes(search.toLowerCase()));
};
