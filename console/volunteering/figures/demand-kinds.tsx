import type { DemandFigures } from '@xiangyin/server/contract';
import { csvOf, download } from '../../kit/csv.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { FiguresTable } from '../../kit/plot/figures-table.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { demandTexts } from './demand-texts.ts';

type Kind = DemandFigures['kinds'][number];

/** By how many visits a week the most that is expected goes beyond what can be made. */
const missing = (kind: Kind): number => Math.max(0, Math.ceil((kind.highPerWeek ?? 0) - kind.canGoPerWeek));

/** Each kind of service: what was asked for, what is expected, and whether there are enough people for it. */
export function DemandKinds({ kinds }: { kinds: readonly Kind[] }) {
  const { kinds: words } = useWords(demandTexts);
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
        <FiguresTable
          label={words.title}
          heads={heads}
          rows={kinds.map((kind) => ({
            key: kind.serviceId,
            head: inWords(kind.name, language),
            cells: [
              kind.asked,
              kind.met,
              expected(kind),
              kind.canGoPerWeek,
              missing(kind) > 0 ? (
                <Tag key="missing" tone="due">
                  {words.missing(String(missing(kind)))}
                </Tag>
              ) : kind.highPerWeek === null ? (
                '–'
              ) : (
                words.enough
              ),
            ],
          }))}
          onHand={hand}
        />
      </div>
    </section>
  );
}
