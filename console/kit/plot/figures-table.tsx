import { Button } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import './plot.css';

/** A row of figures: what it is about, then a cell for each further head. */
export interface FigureRow {
  readonly key: string;
  readonly head: string;
  readonly cells: readonly ReactNode[];
}

/** Figures as a table that may be wider than the screen, with a way to take it along. */
export function FiguresTable({
  label,
  heads,
  rows,
  onHand,
}: {
  label: string;
  heads: readonly string[];
  rows: readonly FigureRow[];
  onHand: () => void;
}) {
  const words = useWords(kitTexts);
  return (
    <>
      {/* Whoever has no mouse must be able to move a wide table sideways. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="plot-scroll" tabIndex={0} role="region" aria-label={label}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, cells }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button type="text" size="small" onClick={onHand}>
        {words.csv}
      </Button>
    </>
  );
}
