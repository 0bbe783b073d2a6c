import type { EvidenceTable } from '#platform/manifest';
import { momentWords } from '#platform/moments';
import type { Tx } from '#platform/transaction';
import { channelName } from './copy/copy-view.ts';
import { copiesOf } from './copy/copy-queries.ts';
import type { DeskCopy } from './copy/copy-queries.ts';
import { isBehindNote } from './copy/states.ts';
import { capabilitiesOf } from './kinds/registry.ts';

/** What a story's dossier says of its copies: where each went, what was sent, what was seen there. */
export async function evidence(tx: Tx, noun: string, storyId: string): Promise<EvidenceTable[]> {
  if (noun !== 'story') return [];
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(tx.ctx.language, `channels.${key}`, values);
  const copies = await copiesOf(tx, storyId);
  const at = momentWords(tx.ctx);
  const columns = ['channel', 'edition', 'state', 'address', 'sent', 'seen'].map((key) => say(`column.${key}`));
  const seen = (copy: DeskCopy): string =>
    copy.seenAt ? `${at(copy.seenAt)} ${say(`seen.${foundIn(copy)}`)}` : say('seen.never');
  const rows = copies.map((copy) => [
    channelName(tx.ctx, copy),
    say('edition', { number: copy.editionNumber }),
    say(`state.${isBehindNote(copy, capabilitiesOf(copy.settings)) ? 'behind' : copy.state}`),
    copy.address ?? copy.remoteId ?? '—',
    copy.publishedAt ? at(copy.publishedAt) : '—',
    seen(copy),
  ]);
  return rows.length > 0 ? [{ title: say('copies'), columns, rows }] : [];
}

function foundIn({ uncompared, hashSeen, hashSent, problem }: DeskCopy): string {
  if (uncompared !== null) return uncompared === 'own-words' || uncompared === 'accepted' ? uncompared : 'uncompared';
  if (problem === 'not-there') return 'not-there';
  return hashSeen === hashSent ? 'same' : 'other';
}
