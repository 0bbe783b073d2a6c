import { Button } from 'antd';
import type { DemandFigures } from '@xiangyin/server/contract';
import { csvOf, download } from '../../kit/csv.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { demandTexts } from './demand-texts.ts';

type Kind = DemandFigures['kinds'][number];

/** By how many visits a week the most that is expected goes beyond what can be made. */
const missing = (kind: Kind): number => Math.max(0, Math.ceil((kind.highPerWeek ?? 0) - kind.canGoPerWeek));

/** Each kind of service: what was asked for, what is expected, and whether there are enough people for it. */
export function DemandKinds({ kinds }: { kinds: readonly Kind[] }) {
  const { kinds: words } = useWords(demandTexts);
  const kit = useWords(kitTexts);
  const language = useLanguage();
  if (kinds.length === 0) return null;
  const heads = [words.kind, words.asked, words.met, words.expected, words.canGo, words.short];
  const expected = ({ expectedPerWeek, highPerWeek }: Kind): string =>
    expectedPerWeek === null || highPerWeek === null
      ? words.unknown
      : words.upTo(String(expectedPerWeek), String(highPerWeek));
  const hand = (): void => {
    const rows = kinds.map((kind) => [
      inWords(kind.name, language),
      String(kind.asked),
      String(kind.met),
      expected(kind),
      String(kind.canGoPerWeek),
      String(missing(kind)),
    ]);
    download(csvOf([heads, ...rows]), 'demand-by-kind.csv');
  };
  return (
    <section className="plot" style={{ gridColumn: '1 / -1' }}>
      <h2>{words.title}</h2>
      <p className="meta">{words.said}</p>
      <div className="plot-table">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="plot-scroll" tabIndex={0} role="region" aria-label={words.title}>
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
              {kinds.map((kind) => (
                <tr key={kind.serviceId}>
                  <th scope="row">{inWords(kind.name, language)}</th>
                  <td>{kind.asked}</td>
                  <td>{kind.met}</td>
                  <td>{expected(kind)}</td>
                  <td>{kind.canGoPerWeek}</td>
                  <td>
                    {missing(kind) > 0 ? (
                      <Tag tone="due">{words.missing(String(missing(kind)))}</Tag>
                    ) : kind.highPerWeek === null ? (
                      '–'
                    ) : (
                      words.enough
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Button type="text" size="small" onClick={hand}>
          {kit.csv}
        </Button>
      </div>
    </section>
  );
}
