import type { EvidenceTable } from '#platform/manifest';
import { momentWords } from '#platform/moments';
import type { Tx } from '#platform/transaction';
import { displayNames } from '#people';
import type { DismissedFinding } from '../checks/finding-dismissals.ts';

/** The table of them on the page of a dossier, in the reader's language; none without any. */
export async function dismissedTable(tx: Tx, all: readonly DismissedFinding[]): Promise<EvidenceTable[]> {
  if (all.length === 0) return [];
  const { language } = tx.ctx;
  const say = (key: string): string => tx.ctx.app.wording.say(language, key, {});
  const names = await displayNames(
    tx,
    all.map((one) => one.by),
  );
  // Seldom wanted: with it come the lists of all checks.
  const { wordsOfCheck } = await import('@xiangyin/document/checks');
  const at = momentWords(tx.ctx);
  return [
    {
      title: say('dossier.dismissed'),
      columns: ['check', 'why', 'signer', 'step', 'at'].map((name) => say(`dossier.column.${name}`)),
      rows: all.map((one) => [
        wordsOfCheck(one.check, language).name,
        one.reason === 'other' ? (one.remark ?? '') : say(`dossier.dismissed.${one.reason ?? 'again'}`),
        names.get(one.by) ?? '',
        one.step === null ? '' : say(`newsroom.step.${one.step}`),
        at(one.at),
      ]),
    },
  ];
}
