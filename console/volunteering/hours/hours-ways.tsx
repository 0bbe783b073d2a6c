import { useWords } from '../../kit/texts.ts';
import { LinkButton } from '../../kit/link-button.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import { proofTexts } from './hours-texts.ts';

/** From the ledger to what is done around it. */
export function HoursWays() {
  const { ways } = useWords(proofTexts);
  const mayDecide = useMaySomewhere('hours.decide');
  const mayAnswer = useMaySomewhere('hours.answer-correction');
  const maySign = useMaySomewhere('hours.countersign');
  const mayInspect = useMaySomewhere('hours.inspect');
  return (
    <>
      {mayAnswer && <LinkButton to="/hour-corrections">{ways.corrections}</LinkButton>}
      {mayDecide && <LinkButton to="/hour-differences">{ways.differences}</LinkButton>}
      {maySign && <LinkButton to="/unrecorded-hours">{ways.unrecorded}</LinkButton>}
      {mayInspect && <LinkButton to="/hour-inspections">{ways.inspect}</LinkButton>}
    </>
  );
}
