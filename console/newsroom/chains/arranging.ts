import type { ChainStepView, ChainView } from '@xiangyin/server/contract';

/** A chain as it is being arranged. */
export interface Arrangement {
  readonly separation: ChainView['separation'];
  readonly steps: readonly ChainStepView[];
}

/** What a chain begins with when none is there. */
export const firstArrangement: Arrangement = {
  separation: 'strict',
  steps: [
    {
      step: 'first_review',
      roles: ['editor'],
      pairedWith: null,
      dueMinutes: 120,
      importantOnly: false,
      checkList: [],
      checkListRequired: false,
    },
    {
      step: 'final_review',
      roles: ['chief-editor'],
      pairedWith: null,
      dueMinutes: 60,
      importantOnly: false,
      checkList: [],
      checkListRequired: false,
    },
  ],
};

/** Puts a step to another position. A pair whose earlier half came to stand behind is no pair any more. */
export function moved(steps: readonly ChainStepView[], from: number, to: number): ChainStepView[] {
  const order = steps.filter((_, at) => at !== from);
  const one = steps[from];
  if (!one) return [...steps];
  order.splice(to, 0, one);
  return paired(order);
}

/** The steps with only such pairs as the order allows. By custom review n and proof n are a pair. */
export const paired = (steps: readonly ChainStepView[]): ChainStepView[] =>
  steps.map((one, at) =>
    one.pairedWith !== null && !steps.slice(0, at).some((other) => other.step === one.pairedWith)
      ? { ...one, pairedWith: null }
      : one,
  );

const partners: Readonly<Record<string, string>> = {
  first_review: 'first_proof',
  second_review: 'second_proof',
  final_review: 'third_proof',
};

/** Another separation: pairs by custom where it pairs, and none elsewhere. */
export function separated({ steps }: Arrangement, separation: Arrangement['separation']): Arrangement {
  if (separation !== 'paired') return { separation, steps: steps.map((one) => ({ ...one, pairedWith: null })) };
  return {
    separation,
    steps: steps.map((one, at) => {
      const partner = steps
        .slice(0, at)
        .find((other) => partners[other.step] === one.step || partners[one.step] === other.step);
      return { ...one, pairedWith: partner?.step ?? null };
    }),
  };
}

/** As it is sent: lines without blanks around them, none empty, none twice. */
export const sentSteps = (steps: readonly ChainStepView[]): ChainStepView[] =>
  steps.map((one) => {
    const checkList = [...new Set(one.checkList.map((line) => line.trim()).filter((line) => line !== ''))];
    return { ...one, checkList, checkListRequired: one.checkListRequired && checkList.length > 0 };
  });

/** The step that makes it no chain yet, and why; null when it can be saved. */
export function wrongStep(
  steps: readonly ChainStepView[],
): { at: number; why: 'roles' | 'tooFew' | 'signOffLast' } | null {
  const at = steps.findIndex((one, here) => one.step === 'sign_off' && here < steps.length - 1);
  if (at >= 0) return { at, why: 'signOffLast' };
  const empty = steps.findIndex((one) => one.roles.length === 0);
  if (empty >= 0) return { at: empty, why: 'roles' };
  return steps.at(-1)?.importantOnly ? { at: steps.length - 1, why: 'tooFew' } : null;
}
