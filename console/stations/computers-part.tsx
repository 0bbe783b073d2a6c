import { App } from 'antd';
import type { ComputerList } from '@xiangyin/server/contract';
import { markStationComputer } from '../kit/station-mark.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { RegisteredPart, RegisterForm } from './registered-part.tsx';
import { stationsTexts } from './stations-texts.ts';

/** The computers at the station's counter: which there are, this one made one of them, and an end to one. */
export function ComputersPart({ stationId }: { stationId: string }) {
  const { computers: words } = useWords(stationsTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const path = `/stations/${stationId}/computers`;
  const registered = (): void => {
    markStationComputer(true);
    void message.success(words.done);
  };
  return (
    <RegisteredPart<ComputerList['items'][number]>
      path={path}
      words={words}
      since={(one) => words.registered(times.at(one.registeredAt))}
    >
      <RegisterForm name="computer" path={path} words={words} onDone={registered} />
    </RegisteredPart>
  );
}
