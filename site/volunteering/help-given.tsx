import type { GivenCount, HelpGivenPageProps, HelpGivenRow } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import type { View } from '../view.ts';

/** How often help was given, by kind and by town: two tables without a total, for small counts stay hidden. */
export const helpGiven: View<HelpGivenPageProps> = {
  head: (_, { t }) => ({ title: t.volunteering.given.title, description: t.volunteering.given.description }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.given;
    return (
      <div class="wrap page">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        {props.kinds.length === 0 ? (
          <Empty text={here.t.volunteering.services.none} />
        ) : (
          <>
            <Counts here={here} props={props} name={words.kinds} rows={props.kinds} />
            <Counts here={here} props={props} name={words.towns} rows={props.towns} />
          </>
        )}
        <h2 class="rule">{words.howTitle}</h2>
        <p>{words.how}</p>
        <p class="back">
          <a href={here.to('/services')}>{words.back}</a>
        </p>
      </div>
    );
  },
};

function Counts({
  here,
  props,
  name,
  rows,
}: {
  here: Here;
  props: HelpGivenPageProps;
  name: string;
  rows: readonly HelpGivenRow[];
}) {
  const words = here.t.volunteering.given;
  const columns = { month: here.format.shortMonth(props.monthOf), year: words.year(props.yearOf) };
  return (
    <table class="counts">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{name}</span>
          </th>
          <th scope="col">{columns.month}</th>
          <th scope="col">{columns.year}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>{countIn(here, row.month)}</td>
            <td>{countIn(here, row.year)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const countIn = (here: Here, count: GivenCount): string =>
  typeof count === 'number' ? here.format.number(count) : here.t.volunteering.given.counts[count];
