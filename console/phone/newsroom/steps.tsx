import { say, type TextKey } from '../kit/language.ts';

const chains: Readonly<Record<string, readonly string[]>> = {
  full: ['first_review', 'second_review', 'final_review'],
  paired: ['first_review', 'second_review', 'final_review'],
  urgent: ['urgent_review'],
};
const names: Readonly<Record<string, TextKey>> = {
  first_review: 'step.first_review',
  second_review: 'step.second_review',
  final_review: 'step.final_review',
  urgent_review: 'step.urgent_review',
  after_review: 'step.after_review',
  withdrawal_review: 'step.withdrawal_review',
  withdrawal: 'step.withdrawal',
  restoration: 'step.restoration',
};

/** The step's name as the newsroom says it: 一审, 二审, 终审. */
export const stepName = (step: string): string => say(names[step] ?? 'step.other');

/** The step after this one, or null when this signature publishes. */
export function stepAfter(path: string, step: string): string | null {
  const chain = chains[path] ?? [];
  return chain[chain.indexOf(step) + 1] ?? null;
}

/** How far the text has come: one dash for each step and one for publication. */
export function StepsBar({ path, step }: { path: string; step: string }) {
  const chain =
    step === 'after_review' || step === 'withdrawal_review'
      ? ['published', step]
      : [...(chains[path] ?? [step]), 'published'];
  const now = chain.indexOf(step);
  return (
    <p class="steps">
      <span class="visually-hidden">{say('steps.aria', { now: now + 1, of: chain.length })}</span>
      {chain.map((one, at) => (
        <i key={one} class={at < now ? 'done' : at === now ? 'now' : ''} />
      ))}
    </p>
  );
}
