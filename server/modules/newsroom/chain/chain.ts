import type { Words } from '#platform/county';
import type { ChainStepName, StepRule } from '../story/states.ts';

/** strict: nobody signs twice in a round. paired: steps of one side may be one person's (by custom review n and proof n). logged: a second step by one person is possible, and recorded as an exception with its reason. */
export type Separation = 'strict' | 'paired' | 'logged';

/** A step as a county arranged it. */
export interface ChainStep extends StepRule {
  readonly step: ChainStepName;
  /** Asked of important items only. */
  readonly importantOnly: boolean;
  /** What the reviewer looks at, a line each. */
  readonly checkList: readonly string[];
  /** Whether every line must be ticked off before the step is signed; by custom it is an aid. */
  readonly checkListRequired: boolean;
}

/** One version of a chain (审稿流程): who signs, in which order. */
export interface Chain {
  readonly id: string;
  /** What stories, rounds and editions call it: their `path`. */
  readonly slug: string;
  readonly name: Words;
  readonly isDefault: boolean;
  readonly endedAt: Date | null;
  readonly versionId: string;
  /** From 1. */
  readonly number: number;
  readonly separation: Separation;
  readonly steps: readonly ChainStep[];
}

/** The one chain whose texts are marked for ever and reviewed afterwards. */
export const urgentSlug = 'urgent';

/** What a statement calls the chain and its version: `full` for the first, `full.2` for the second. */
export const labelOf = (chain: Pick<Chain, 'slug' | 'number'>): string =>
  chain.number === 1 ? chain.slug : `${chain.slug}.${chain.number}`;

/** The steps that this item takes, in order. */
export const stepsFor = <Step extends { readonly importantOnly: boolean }>(
  chain: { readonly steps: readonly Step[] },
  item: { readonly important: boolean },
): Step[] => chain.steps.filter((one) => item.important || !one.importantOnly);

/** The first step that nobody has signed; undefined when every signature is there. */
export const nextStepOf = (
  chain: Chain,
  item: { readonly important: boolean },
  signed: readonly { readonly step: string }[],
): ChainStep | undefined => stepsFor(chain, item).find((one) => !signed.some((other) => other.step === one.step));
