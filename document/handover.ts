import { sha256Hex } from './hash.ts';
import { parseStatement, statementHash } from './statement.ts';

/** What a screen shows of a hand-over of the watch before it is signed. */
export interface ShownHandover {
  /** Id of who takes over. */
  readonly comingId: string;
  readonly note: string;
  /** Ids of the texts that are under way, in any order. */
  readonly open: readonly string[];
}

/** Whether what a key is asked to sign speaks of what stands on the screen: the statement of the paper, the paper of the coming person, the note and the open texts.
 *  `statement` and `claimed` are the server's, and not trusted. Throws InvalidStatement for what is no statement. */
export function handoverSays(paper: string, statement: unknown, claimed: string, shown: ShownHandover): boolean {
  const read = parseStatement(statement);
  if (statementHash(read) !== claimed || read.textHash !== sha256Hex(paper)) return false;
  const said = Object(JSON.parse(paper)) as Record<string, unknown>;
  const open = Array.isArray(said['open']) ? said['open'].map((one) => String(Object(one)['story'])) : [];
  return (
    said['handover'] === read.story &&
    said['coming'] === shown.comingId &&
    said['noteHash'] === sha256Hex(shown.note) &&
    open.toSorted().join() === shown.open.toSorted().join()
  );
}
