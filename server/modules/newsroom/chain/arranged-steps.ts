import { refuse } from '#platform/refuse';
import type { ChainStepView } from '../contract.ts';
import { mayBeAsked } from '../story/states.ts';
import { urgentSlug } from './chain.ts';
import type { ChainStep, Separation } from './chain.ts';

/** The steps as the chief editor put them, each with the side on which it is signed: a step of its own, or of the earlier one that it may share a person with.
 *  Refuses: BadRequest (400), naming the step, for one that stands twice, roles that cannot sign it, a pair in a chain that pairs nothing, a last step asked of important items only, a sign-off before the end, and for the urgent step outside of the urgent chain. */
export function arrangedSteps(slug: string, separation: Separation, steps: readonly ChainStepView[]): ChainStep[] {
  const sides = new Map<string, string>();
  return steps.map((one, at) => {
    const wrong = (field: string): never =>
      refuse('BadRequest', {}, [{ path: `/steps/${at}/${field}`, code: 'invalid_value' }]);
    const isLast = at === steps.length - 1;
    if (sides.has(one.step)) wrong('step');
    // The urgent chain ends with the signature of whoever is on duty, and no other chain has it.
    if ((one.step === 'urgent_review') !== (slug === urgentSlug && isLast)) wrong('step');
    if (one.step === 'sign_off' && !isLast) wrong('step');
    if (isLast && one.importantOnly) wrong('importantOnly');
    if (one.roles.some((role) => !mayBeAsked[one.step].includes(role))) wrong('roles');
    if (one.checkListRequired && one.checkList.length === 0) wrong('checkList');
    const side = one.pairedWith === null ? one.step : sides.get(one.pairedWith);
    if (side === undefined || (one.pairedWith !== null && separation !== 'paired')) return wrong('pairedWith');
    sides.set(one.step, side);
    const { pairedWith: _, ...kept } = one;
    return { ...kept, side, roles: [...new Set(one.roles)], checkList: [...new Set(one.checkList)] };
  });
}
