import { useState } from 'react';
import type { PlacedOrder } from '@xiangyin/server/contract';
import { Page } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import './desk.css';
import { DeskForm } from './new-order/desk-form.tsx';
import { Placed } from './new-order/placed.tsx';
import { volunteeringTexts } from './volunteering-texts.ts';
import { newOrderTexts } from './new-order/new-order-texts.ts';

/** Takes an order down while somebody is on the telephone or stands at the desk. */
export function NewOrderPage() {
  const words = useWords(volunteeringTexts);
  const newOrderWords = useWords(newOrderTexts);
  const [placed, setPlaced] = useState<PlacedOrder | null>(null);
  // A fresh sheet is a new form: nothing of the last caller is left in it.
  const [sheet, setSheet] = useState(0);
  return (
    <Page title={newOrderWords.title} crumb={{ to: '/orders', text: words.orders }} meta={newOrderWords.lead}>
      {placed ? (
        <Placed placed={placed} onAnother={() => setPlaced(null)} />
      ) : (
        <DeskForm key={sheet} onPlaced={setPlaced} onAfresh={() => setSheet(sheet + 1)} />
      )}
    </Page>
  );
}
