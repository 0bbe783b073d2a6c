import type { Wish } from '@xiangyin/document/editor';
import type { SameWords } from '../../kit/texts.ts';
import type { suggestionsTexts } from './suggestions-texts.ts';

type SuggestionsWords = SameWords<(typeof suggestionsTexts)['zh-CN']>;

/** What a suggestion wants of words, in words. */
export const wishWords = (wish: Wish, { forms, marks }: SuggestionsWords): string =>
  wish in forms ? forms[wish as keyof typeof forms] : marks[wish as keyof typeof marks];

/** The name of something that a suggestion puts in or takes out whole. */
export const thingWords = (thing: string, { nodes }: SuggestionsWords): string =>
  thing in nodes ? nodes[thing as keyof typeof nodes] : thing;
