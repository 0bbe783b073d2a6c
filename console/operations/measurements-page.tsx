import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { MeasurementRange, Measurements } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { Plot } from '../kit/plot/plot.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';
import { useAddress } from '../kit/use-address.ts';
import { BackupsPart } from './backups-part.tsx';
import { measurementTexts } from './measurement-texts.ts';
import { TroublesPart } from './troubles-part.tsx';
import { useMeasurementPlots } from './use-measurement-plots.ts';

const ranges = ['hour', 'day', 'month'] as const satisfies readonly MeasurementRange[];

/** How the program runs, for whoever looks after it: answers, failures, what waits, room, backups. */
export function MeasurementsPage() {
  const words = useWords(measurementTexts);
  const kit = useWords(kitTexts);
  const { chosen, choose } = useAddress();
  const range = ranges.find((one) => one === chosen('range')) ?? 'day';
  const query = useQuery({
    queryKey: ['measurements', range],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<Measurements>('/measurements', { range }, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <Segmented
          aria-label={kit.shownAs}
          value={range}
          onChange={(next) => choose({ range: next })}
          options={ranges.map((value) => ({ value, label: words.ranges[value] }))}
        />
      }
    >
      <TroublesPart />
      <Loaded query={query}>{(data) => <Plots data={data} />}</Loaded>
      <BackupsPart />
    </Page>
  );
}

function Plots({ data }: { data: Measurements }) {
  const plots = useMeasurementPlots(data);
  return (
    <div className="plots">
      {plots.map((spec) => (
        <Plot key={spec.name} spec={spec} />
      ))}
    </div>
  );
}
