import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { textOf } from './text.ts';
import { beginContribution, noteStory, storeEdition } from '../contribution/contribution-queries.ts';
import { storyById } from '../story/story-queries.ts';

/** Says of a story that its author handed it in for another centre, whose mark was checked. Answers id and names. */
export async function addTestContribution(
  tx: Tx,
  storyId: string,
): Promise<{ id: string; issuer: string; source: string }> {
  const id = newId<'contribution'>();
  const known = { id, issuer: 'news.example', source: `bridge-${id.slice(-12)}` };
  await beginContribution(tx, { ...known, senderId: (await storyById(tx, storyId)).authorId });
  await noteStory(tx, id, storyId);
  await storeEdition(tx, {
    contributionId: id,
    number: 1,
    mark: 'e30.e30.e30',
    keyId: 'key',
    steps: 'aaa',
    publisher: '邻县融媒体中心',
    page: `https://news.example/stories/${known.source}`,
    text: textOf('柳河桥今天通车', ['限重十吨。']),
    correction: null,
    publishedAt: tx.at,
    settled: 'taken',
  });
  return known;
}
