import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { csvOf, download } from '../csv.ts';
import { kitTexts } from '../kit-texts.ts';
import { Quiet } from '../page.tsx';
import { useWords } from '../texts.ts';
import { useDark } from '../use-dark.ts';
import type { Drawing } from './draw.ts';
import { FiguresTable } from './figures-table.tsx';
import { plotHeight, plotOption } from './plot-option.ts';
import { plotRows } from './plot-rows.ts';
import type { PlotSpec } from './plot-spec.ts';
import './plot.css';

/** Figures to look at, with the same figures as a table for who would rather read them, or have them read out. */
export function Plot({ spec }: { spec: PlotSpec }) {
  const words = useWords(kitTexts);
  const isEmpty = spec.series.every(({ values }) => values.every((value) => value === null || value === 0));
  return (
    <section className="plot">
      <h2>{spec.title}</h2>
      <p className="meta">{spec.said}</p>
      {isEmpty ? (
        <Quiet title={words.noFigures} />
      ) : (
        <>
          <Picture spec={spec} />
          <PlotTable spec={spec} />
        </>
      )}
    </section>
  );
}

function Picture({ spec }: { spec: PlotSpec }) {
  const words = useWords(kitTexts);
  const dark = useDark();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(null);
  const latest = useRef(spec);
  const [failed, setFailed] = useState(false);
  const show = (): void => {
    const width = frame.current?.clientWidth ?? 0;
    if (width > 0) drawing.current?.show(plotOption(latest.current, width), plotHeight(latest.current, width));
  };
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let gone = false;
    const watch = new ResizeObserver(show);
    const open = async (): Promise<void> => {
      const { draw } = await import('./draw.ts');
      if (gone) return;
      drawing.current = draw(element);
      watch.observe(element);
      show();
    };
    // The table below says the same: without the library nothing is lost.
    open().catch(() => setFailed(true));
    return () => {
      gone = true;
      watch.disconnect();
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    latest.current = spec;
    show();
  }, [spec, dark]);
  if (failed) return <p className="notice due">{words.plotFailed}</p>;
  return <div ref={frame} className="plot-picture" role="img" aria-label={`${spec.title}: ${spec.said}`} />;
}

function PlotTable({ spec }: { spec: PlotSpec }) {
  const words = useWords(kitTexts);
  const { message } = App.useApp();
  const heads = [spec.stepName, ...spec.series.map(({ name }) => name)];
  const hand = (): void => {
    download(csvOf(plotRows(spec, words.units)), `${spec.name}.csv`);
    void message.success(words.csvDone(spec.steps.length));
  };
  return (
    <details className="plot-table">
      <summary>{words.asTable}</summary>
      <FiguresTable
        label={`${spec.title}: ${words.asTable}`}
        heads={heads}
        rows={spec.steps.map(({ key, whole }, at) => ({
          key,
          head: whole,
          cells: spec.series.map(({ values }) => sayOr(spec, values[at])),
        }))}
        onHand={hand}
      />
    </details>
  );
}

const sayOr = (spec: PlotSpec, value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : spec.say(value);
