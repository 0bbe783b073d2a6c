import { countCharacters, difference } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';

/** How much of a published text somebody handed in: counted by the trade's rule (字数), without white space. */
export interface OwnWords {
  readonly own: number;
  readonly all: number;
}

/** Measures by difference which characters of the published text (headline, deck, body and captions) stand there as they were sent. A fact for the sender and their desk, never a judgement: names corrected and sentences shortened are the desk's work. */
export function ownWords(sent: StoryText, published: StoryText): OwnWords {
  let own = 0;
  let all = 0;
  for (const block of difference(sent, published).blocks) {
    if (block.kind === 'removed' || block.form.kind === 'language') continue;
    for (const run of block.runs) {
      if (run.kind === 'del') continue;
      const characters = countCharacters(run.text);
      all += characters;
      if (run.kind === 'same') own += characters;
    }
  }
  return { own, all };
}
