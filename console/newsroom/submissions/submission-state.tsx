import type { SubmissionView } from '@xiangyin/server/contract';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { submissionTexts } from './submission-texts.ts';

const tones: Readonly<Record<SubmissionView['state'], Tone>> = {
  waiting: 'due',
  accepted: 'ok',
  merged: 'info',
  returned: 'plain',
  rejected: 'plain',
  taken_back: 'plain',
};

/** Where a submission stands, as a word in a tint. */
export function SubmissionState({ state }: { state: SubmissionView['state'] }) {
  return <Tag tone={tones[state]}>{useWords(submissionTexts).states[state]}</Tag>;
}
