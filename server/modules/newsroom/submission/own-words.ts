import { countCharacters, difference } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';

/** How much of a published text somebody wrote: counted by the trade's rule (字数), without white space. */
export interface OwnWords {
  readonly own: number;
  readonly all: number;
}

/** A text as somebody left it; `isOwn` when what it adds to the stage before was written by the sender alone. */
export interface Stage {
  readonly text: StoryText;
  readonly isOwn: boolean;
}

/** Measures by difference, from stage to stage, which characters of the last text (headline, deck, body and captions) came from the sender; what the desk wrote in between stays the desk's, also when the sender handed it in again. A fact for the sender and their desk, never a judgement: names corrected and sentences shortened are the desk's work. */
export function ownWords(stages: readonly Stage[]): OwnWords {
  let written: Stretch[] = [];
  let before: StoryText | undefined;
  for (const { text, isOwn } of stages) {
    written = before ? carried(written, before, text, isOwn) : carried([], empty(text), text, isOwn);
    before = text;
  }
  const all = written.reduce((sum, { text }) => sum + countCharacters(text), 0);
  return { own: written.reduce((sum, { text, isOwn }) => sum + (isOwn ? countCharacters(text) : 0), 0), all };
}

interface Stretch {
  readonly text: string;
  readonly isOwn: boolean;
}

const empty = (text: StoryText): StoryText => ({ ...text, title: '', deck: '', body: { ...text.body, content: [] } });

// Both texts are walked along in reading order: what stayed keeps its hand, what came is this stage's.
function carried(written: readonly Stretch[], before: StoryText, after: StoryText, isOwn: boolean): Stretch[] {
  const rest = written.flatMap((stretch) => Array.from(stretch.text, () => stretch.isOwn));
  const next: Stretch[] = [];
  let at = 0;
  for (const block of difference(before, after).blocks) {
    if (block.form.kind === 'language') continue;
    for (const run of block.runs) {
      if (run.kind === 'ins') {
        next.push({ text: run.text, isOwn });
        continue;
      }
      const length = Array.from(run.text).length;
      if (run.kind === 'same') next.push(...stretchesOf(run.text, rest.slice(at, at + length)));
      at += length;
    }
  }
  return next;
}

function stretchesOf(text: string, hands: readonly boolean[]): Stretch[] {
  const stretches: { text: string; isOwn: boolean }[] = [];
  for (const [at, sign] of Array.from(text).entries()) {
    const isOwn = hands[at] ?? false;
    const last = stretches.at(-1);
    if (last?.isOwn === isOwn) last.text += sign;
    else stretches.push({ text: sign, isOwn });
  }
  return stretches;
}
