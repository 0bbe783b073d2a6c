import type { OrderLine, OrderState } from '@xiangyin/server/contract';
import { Tag, type Tone } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { volunteeringTexts } from './volunteering-texts.ts';

const tones: Partial<Record<OrderState, Tone>> = {
  submitted: 'due',
  accepted: 'due',
  dispatched: 'info',
  taken: 'ok',
  'under-way': 'ok',
  'visit-failed': 'hot',
  done: 'info',
  disputed: 'hot',
  confirmed: 'ok',
  rated: 'ok',
};

/** Where an order stands, as a word in a tint. */
export function OrderStateTag({ state }: { state: OrderState }) {
  const { states } = useWords(volunteeringTexts);
  return <Tag tone={tones[state] ?? 'plain'}>{states[state]}</Tag>;
}

/** The tabs of the list and the columns of the board: states that call for the same act stand together. */
export const stages = {
  submitted: 'submitted',
  accepted: 'accepted,paused,visit-failed',
  dispatched: 'dispatched',
  taken: 'taken,under-way',
  done: 'done,disputed',
  ended: 'confirmed,rated,closed,refused,referred,merged,helped,cancelled',
} as const;
export type Stage = keyof typeof stages;

/** How many orders stand at a stage. */
export const countAt = (states: string, counts: Readonly<Record<string, number>>): number =>
  states.split(',').reduce((sum, state) => sum + (counts[state] ?? 0), 0);

/** When somebody would like it, in words. */
export function useWishWords(): (wish: OrderLine['wishes'][number]) => string {
  const words = useWords(volunteeringTexts);
  const times = useTimes();
  return ({ on, part }) =>
    on === null
      ? part === 'any'
        ? words.anyDay
        : `${words.anyDay} · ${words.parts[part]}`
      : `${times.on(`${on}T12:00:00Z`)} ${words.parts[part]}`;
}

const parts = ['any', 'morning', 'afternoon', 'evening'] as const;

/** The parts of a day as choices, for when somebody should come. */
export function usePartOptions(): { value: (typeof parts)[number]; label: string }[] {
  const words = useWords(volunteeringTexts);
  return parts.map((value) => ({ value, label: words.parts[value] }));
}
