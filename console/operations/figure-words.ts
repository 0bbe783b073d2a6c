import { useWords } from '../kit/texts.ts';
import { volunteeringTexts } from '../volunteering/volunteering-texts.ts';
import { operationsTexts } from './operations-texts.ts';

/** What a module counts, in words; orders are counted by their state. */
export function useFigureWords(): (figure: string) => string {
  const { settings } = useWords(operationsTexts);
  const states: Readonly<Record<string, string>> = useWords(volunteeringTexts).states;
  const known: Readonly<Record<string, string>> = settings.figureNames;
  return (figure) => {
    const state = states[figure.replace(/^volunteering\.orders\./, '')];
    return known[figure] ?? (state === undefined ? figure : settings.ordersNow(state));
  };
}
