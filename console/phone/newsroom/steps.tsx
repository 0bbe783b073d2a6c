import type { StoryView } from '@xiangyin/server/contract';
import { say, type TextKey } from '../kit/language.ts';

const names: Readonly<Record<string, TextKey>> = {
  first_review: 'step.first_review',
  second_review: 'step.second_review',
  final_review: 'step.final_review',
  first_proof: 'step.first_proof',
  second_proof: 'step.second_proof',
  third_proof: 'step.third_proof',
  read_aloud: 'step.read_aloud',
  sign_off: 'step.sign_off',
  urgent_review: 'step.urgent_review',
  after_review: 'step.after_review',
  withdrawal_review: 'step.withdrawal_review',
  withdrawal: 'step.withdrawal',
  restoration: 'step.restoration',
};

/** The step's name as the newsroom says it: 一审, 二审, 终审. */
export const stepName = (step: string): string => say(names[step] ?? 'step.other');

/** How far the text has come in its own chain: one dash for each step, as the console counts them; what looks back at the published text comes after all of them. */
export function StepsBar({ story, step }: { story: StoryView; step: string }) {
  const steps: readonly string[] = story.chain.steps.map((one) => one.step);
  const chain = steps.includes(step) ? steps : [...steps, step];
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
