import type { SearchPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** By what a search is narrowed; a part of its form, so it works without a script and can be passed on. Open where something is chosen. */
export function SearchFilter({ here, props }: { here: Here; props: SearchPageProps }) {
  const words = here.t.portal.search;
  const { chosen } = props;
  const years = yearsOf(here, chosen.period);
  return (
    <details class="search-filter" open={props.isNarrowed}>
      <summary>{words.narrow}</summary>
      <div class="register-filter">
        <Choice name="kind" label={words.kind} all={words.allKinds} chosen={chosen.kind} options={kindsOf(here)} />
        <Choice
          name="section"
          label={words.section}
          all={words.allSections}
          chosen={chosen.section}
          options={here.frame.sections.map(({ slug, name }) => [slug, name])}
        />
        <Choice
          name="place"
          label={words.place}
          all={words.allPlaces}
          chosen={chosen.place}
          options={props.towns.map(({ code, name }) => [code, name])}
        />
        <Choice
          name="period"
          label={words.period}
          all={words.allPeriods}
          chosen={chosen.period}
          options={[
            ...(['week', 'month', 'year'] as const).map((one): [string, string] => [one, words.periods[one]]),
            ...years.map((year): [string, string] => [year, words.inYear(year)]),
          ]}
        />
        {props.isNarrowed && (
          <a class="button" href={here.to(`/search?q=${encodeURIComponent(props.q)}`)}>
            {words.everything}
          </a>
        )}
      </div>
    </details>
  );
}

/** The last five that are over, and the one that the address names: what is chosen can be seen. */
function yearsOf(here: Here, chosen: string): string[] {
  const now = here.format.year(here.frame.now);
  const years = Array.from({ length: 5 }, (_, back) => String(now - 1 - back));
  return /^\d{4}$/.test(chosen) && !years.includes(chosen) ? [...years, chosen] : years;
}

const kindsOf = (here: Here): [string, string][] =>
  (['story', 'notice', 'service'] as const).map((kind) => [kind, here.t.portal.search.kinds[kind]]);

function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string;
  label: string;
  all: string;
  chosen: string;
  options: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <div class="field">
      <label for={`search-${name}`}>{label}</label>
      <select class="input" id={`search-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
