import { pictureHashes } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { focusByHash } from '#media';
import type { MachineMark } from '#media';
import type { Tx } from '#platform/transaction';

/** Of a picture that a machine made or changed: what it did, and the words that readers are told it by. */
export interface MarkedPicture {
  readonly mark: MachineMark;
  readonly words: string;
}

/** The pictures of a text that bear the mark of 生成合成, by their hash, in the language of the text: the mark goes with every copy (人工智能生成合成内容标识办法, 2025, art. 4). */
export async function machineMarks(tx: Tx, text: StoryText): Promise<ReadonlyMap<string, MarkedPicture>> {
  const showing = await focusByHash(tx, pictureHashes(text));
  const language = text.language === 'en' ? 'en' : 'zh-CN';
  return new Map(
    [...showing].flatMap(([hash, { machine: mark }]) =>
      mark ? [[hash, { mark, words: tx.ctx.app.wording.say(language, `newsroom.machine.${mark}`) }] as const] : [],
    ),
  );
}
