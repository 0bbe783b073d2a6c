import type { StoryView } from '@xiangyin/server/contract';

/** What can be done with a text in the house besides signing it. */
export type DeskAct = 'take-back' | 'discard' | 'recover' | 'publish' | 'schedule';
type Standing = Pick<StoryView, 'state'> & {
  readonly abilities: readonly string[];
  readonly edition: { readonly revisionId: string } | null;
};

/** What this person may do with the text as it stands, of what the server offers; none: there is nothing to show. `signs`: it waits for their signature, and whoever signs returns it instead of taking it back.
 *  A correction in work is dropped where what is published stands. */
export function deskActsOn({ state, abilities, edition }: Standing, signs: boolean): DeskAct[] {
  const may = (ability: string): boolean => abilities.includes(ability);
  const inWork = state === 'draft' || state === 'returned';
  return [
    ...(may('story.take-back') && !signs ? (['take-back'] as const) : []),
    ...(may('story.discard') && inWork && !edition ? (['discard'] as const) : []),
    ...(may('story.discard') && state === 'discarded' ? (['recover'] as const) : []),
    ...(may('story.publish') ? (['publish'] as const) : []),
    ...(may('story.publish') || (may('story.schedule') && !inWork) ? (['schedule'] as const) : []),
  ];
}
