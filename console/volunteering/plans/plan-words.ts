import type { DispatchPlanLine } from '@xiangyin/server/contract';
import { useTag } from '../../kit/language.ts';
import type { Tone } from '../../kit/tag.tsx';

/** The tint of a plan's state. */
export const planTones: Readonly<Record<DispatchPlanLine['state'], Tone>> = {
  solving: 'info',
  proposed: 'due',
  failed: 'hot',
  signed: 'ok',
  discarded: 'plain',
};

/** A share in words: `0.1%`. What is more than nothing never reads as nothing. */
export function usePercent(): (share: number) => string {
  const tag = useTag();
  const written = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  return (share) => (share > 0 && share < 0.0001 ? `<${written.format(0.0001)}` : written.format(share));
}

/** A cost with one digit behind the point. */
export function useAmount(): (amount: number) => string {
  const tag = useTag();
  const written = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return (amount) => written.format(amount);
}
