import { Checkbox, Segmented } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { gateTexts } from '../gate-texts.ts';

/** Three ways to ask: those who are chosen, one after the other, or everybody who fits. */
export type WayToAsk = 'chosen' | 'turn' | 'all';

/** Chooses the way, and says what it does. */
export function WayChoice({
  way,
  setWay,
  urgent,
  setUrgent,
}: {
  way: WayToAsk;
  setWay: (way: WayToAsk) => void;
  urgent: boolean;
  setUrgent: (urgent: boolean) => void;
}) {
  const { ways } = useWords(gateTexts);
  return (
    <div className="stack tight">
      <Segmented<WayToAsk>
        aria-label={ways.how}
        value={way}
        onChange={setWay}
        options={(['chosen', 'turn', 'all'] as const).map((value) => ({ value, label: ways[value] }))}
        style={{ alignSelf: 'start' }}
      />
      {way === 'turn' && (
        <>
          <p className="meta">{ways.turnHint}</p>
          <Checkbox checked={urgent} onChange={(event) => setUrgent(event.target.checked)}>
            {ways.urgent}
          </Checkbox>
        </>
      )}
      {way === 'all' && <p className="meta">{ways.allHint}</p>}
    </div>
  );
}
