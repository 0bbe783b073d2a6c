import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { PlacedOrder } from '@xiangyin/server/contract';
import { LinkButton } from '../../kit/link-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { CodeFacts } from './code-facts.tsx';
import { newOrderTexts } from './new-order-texts.ts';

/** What the caller is told: the code, the words to prove it by, when the answer comes; as a card of a page under its own heading, or within a dialog that has one. */
export function Placed({
  placed,
  isInDialog = false,
  onAnother,
}: {
  placed: PlacedOrder;
  isInDialog?: boolean;
  onAnother: () => void;
}) {
  const newOrderWords = useWords(newOrderTexts);
  const times = useTimes();
  // The form with its button is gone: reading and the keyboard go on here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={isInDialog ? 'stack' : 'card stack'} style={{ maxWidth: 560 }} role="status">
      {!isInDialog && (
        <h2 tabIndex={-1} ref={heading}>
          {newOrderWords.placed}
        </h2>
      )}
      <CodeFacts code={placed.code} passphrase={placed.passphrase} />
      <p>{newOrderWords.answerBy(times.at(placed.answerBy))}</p>
      <div className="row">
        <Button href={placed.slipHref} target="_blank" rel="noreferrer" type="primary">
          {newOrderWords.slip}
        </Button>
        <LinkButton to={`/orders/${placed.orderId}`}>{newOrderWords.toOrder}</LinkButton>
        <Button onClick={onAnother}>{newOrderWords.another}</Button>
      </div>
    </div>
  );
}
