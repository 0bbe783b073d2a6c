import type { StoryLine } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';

/** Where a story stands, as a sentence, and the tint it has. */
export function standing(story: Pick<StoryLine, 'state' | 'publicState'>): {
  words: string;
  look: 'ok' | 'due' | 'hot' | 'info' | '';
} {
  switch (story.state) {
    case 'draft':
      return { words: say('state.draft'), look: '' };
    case 'returned':
      return { words: say('state.returned'), look: 'hot' };
    case 'first_review':
      return { words: say('state.first_review'), look: 'info' };
    case 'second_review':
      return { words: say('state.second_review'), look: 'info' };
    case 'final_review':
    case 'first_proof':
    case 'second_proof':
    case 'third_proof':
    case 'read_aloud':
    case 'sign_off':
      return { words: say(`state.${story.state}`), look: 'info' };
    case 'urgent_review':
      return { words: say('state.urgent_review'), look: 'due' };
    case 'signed_off':
      return { words: say('state.signed_off'), look: 'ok' };
    case 'held':
      return { words: say('state.held'), look: '' };
    case 'rejected':
      return { words: say('state.rejected'), look: '' };
    case 'discarded':
      return { words: say('state.discarded'), look: '' };
    case 'done':
      return story.publicState === 'withdrawn'
        ? { words: say('state.withdrawn'), look: 'due' }
        : { words: say('state.published'), look: 'ok' };
  }
}

/** A state of the record as words; its code where this phone knows none. */
export const stateWords = (state: string): string =>
  standing({ state: state as StoryLine['state'], publicState: 'unpublished' })?.words ?? state;
