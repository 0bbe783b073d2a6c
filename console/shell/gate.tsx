import { useEffect, useState, type ComponentType } from 'react';
import { useGate } from '../kit/gate.ts';
import { isStationComputer } from '../kit/station-mark.ts';
import { gateDialog } from './later.ts';

const againMilliseconds = 1_000;

/** The dialog that asks who you are, fetched before it is needed or, failing that, then; asked for again until it comes, for what waits behind it is not to be lost. Until it is there what stands on a station's counter is covered. */
export function Gate() {
  const need = useGate();
  const [Dialog, setDialog] = useState<ComponentType | null>(null);
  const isNeeded = need !== null;
  useEffect(() => {
    if (!isNeeded || Dialog) return undefined;
    let timer = 0;
    const fetchIt = (): void =>
      void gateDialog().then(
        (found) => setDialog(() => found.GateDialog),
        () => (timer = window.setTimeout(fetchIt, againMilliseconds)),
      );
    fetchIt();
    return () => clearTimeout(timer);
  }, [isNeeded, Dialog]);
  if (Dialog) return <Dialog />;
  return need === 'sign-in' && isStationComputer() ? <div className="covered" /> : null;
}
