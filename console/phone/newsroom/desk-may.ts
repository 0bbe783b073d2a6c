import type { StoryView } from '@xiangyin/server/contract';

/** What can be done with a text in the house besides signing it. */
export type DeskAct = 'take-back' | 'discard' | 'recover' | 'publish' | 'schedule';
type Standing = Pick<StoryView, 'state'> & {
  readonly abilities: readonly string[];
  readonly edition: { readonly revisionId: string } | null;
  readonly chain: { readonly steps: readonly { readonly step: string }[] };
  readonly signatures: readonly Pick<StoryView['signatures'][number], 'step' | 'verdict' | 'standing' | 'revisionId'>[];
};

/** What this person may do with the text as it stands; none: there is nothing to show. `signs`: it waits for their signature, and whoever signs returns it instead of taking it back.
 *  Once somebody has signed, nobody takes it back; a correction in work is dropped where what is published stands. */
export function deskActsOn(story: Standing, signs: boolean): DeskAct[] {
  const { state, abilities, edition } = story;
  const may = (ability: string): boolean => abilities.includes(ability);
  const inWork = state === 'draft' || state === 'returned';
  return [
    ...(may('story.take-back') && !signs && !isSigned(story) ? (['take-back'] as const) : []),
    ...(may('story.discard') && inWork && !edition ? (['discard'] as const) : []),
    ...(may('story.discard') && state === 'discarded' ? (['recover'] as const) : []),
    ...(may('story.publish') ? (['publish'] as const) : []),
    ...(may('story.publish') || (may('story.schedule') && !inWork) ? (['schedule'] as const) : []),
  ];
}

// A step of the chain stands under the text in work, not under what is published.
const isSigned = ({ signatures, chain, edition }: Standing): boolean =>
  signatures.some(
    (one) =>
      one.verdict === 'approved' &&
      one.standing === 'valid' &&
      one.revisionId !== edition?.revisionId &&
      chain.steps.some(({ step }) => step === one.step),
  );
