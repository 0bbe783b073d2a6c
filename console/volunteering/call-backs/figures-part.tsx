import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CallBackFigures, Share } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { callBackTexts } from '../call-back-texts.ts';
import '../call-backs.css';

/** How many have spoken, and how sure that is: never a bare average, never of a person. */
export function CallBackFiguresPart() {
  const words = useWords(callBackTexts);
  const here = usePlaceHere();
  const figures = useQuery({
    queryKey: ['call-back-figures', here],
    queryFn: ({ signal }) => read<CallBackFigures>('/call-back-figures', { placeId: here }, { signal }),
  });
  return (
    <Part title={words.figures}>
      <Loaded query={figures} rows={2}>
        {(data) => (
          <div className="stack tight">
            <dl className="facts">
              <dt>{words.rated}</dt>
              <dd>{inShare(data.rated, words)}</dd>
              <dt>{words.reached}</dt>
              <dd>{inShare(data.reached, words)}</dd>
              <dt>{words.confirmed}</dt>
              <dd>{inShare(data.confirmed, words)}</dd>
            </dl>
            <p className="meta">{words.figuresHint}</p>
            <Ways data={data} />
            <Scores data={data} />
          </div>
        )}
      </Loaded>
    </Part>
  );
}

interface ShareWords {
  readonly none: string;
  share(part: number, of: number, low: string, high: string): string;
}
const percent = (value: number): string => `${Math.round(value * 100)}%`;
const inShare = (share: Share, words: ShareWords): string =>
  share ? words.share(share.part, share.of, percent(share.low), percent(share.high)) : words.none;

function Ways({ data }: { data: CallBackFigures }) {
  const words = useWords(callBackTexts);
  return (
    <div style={{ marginTop: 12 }}>
      <h3>{words.ways}</h3>
      <p className="meta" style={{ marginBottom: 8 }}>
        {words.waysHint}
      </p>
      <dl className="facts">
        {data.ways.map(({ way, done }) => (
          <Fragment key={way}>
            <dt>{words.wayOf[way]}</dt>
            <dd>{inShare(done, words)}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

function Scores({ data }: { data: CallBackFigures }) {
  const words = useWords(callBackTexts);
  return (
    <div style={{ overflowX: 'auto', marginTop: 8 }}>
      <table className="call-sheet scores">
        <caption className="meta">{words.scores}</caption>
        <thead>
          <tr>
            <th aria-label={words.scores} />
            {data.ratings.map((_, at) => (
              <th key={at}>{words.scoreOf(at + 1)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['ratings', 'calls'] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{kind === 'ratings' ? words.byRating : words.byCall}</th>
              {data[kind].map((count, at) => (
                <td key={at} className="num">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
