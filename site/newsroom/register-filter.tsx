import type { CorrectionsPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Month and section, as an ordinary form that leads to an address: it works without a script and can be passed on. */
export function RegisterFilter({ here, props }: { here: Here; props: CorrectionsPageProps }) {
  const words = here.t.newsroom.corrections;
  const { month, section } = props.chosen;
  const monthName = (value: string) => words.monthName(here.format.month(Number(value.slice(5))), value.slice(0, 4));
  return (
    <search>
      <form class="register-filter" method="get" action={here.to('/corrections')} aria-label={words.choose}>
        <div class="field">
          <label for="month">{words.month}</label>
          <select class="input" id="month" name="month">
            <option value="">{words.allMonths}</option>
            {props.months.map((value) => (
              <option key={value} value={value} selected={value === month}>
                {monthName(value)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="section">{words.section}</label>
          <select class="input" id="section" name="section">
            <option value="">{words.allSections}</option>
            {props.sections.map(({ slug, name }) => (
              <option key={slug} value={slug} selected={slug === section}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          {words.show}
        </button>
        {(month ?? section) !== null && (
          <a class="button" href={here.to('/corrections')}>
            {words.showAll}
          </a>
        )}
      </form>
    </search>
  );
}
