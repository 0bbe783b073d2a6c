import type { ServicePageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Plain } from '../shell/plain.tsx';
import { PhoneOfButton, telephone } from '../shell/phone.tsx';
import { ServiceList } from '../shell/services.tsx';
import { Stations } from '../shell/stations.tsx';
import type { View } from '../view.ts';

/** One service: what it is, how soon, what to have ready; and the one button. */
export const service: View<ServicePageProps> = {
  head: ({ name, summary }) => ({ title: name, description: summary }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.service;
    return (
      <div class="wrap page">
        <p class="kicker">
          <a href={here.to('/services')}>{props.groupName}</a>
        </p>
        <h1>{props.name}</h1>
        <p class="deck">
          <Plain text={props.summary} />
        </p>
        <div class="with-side">
          <div>
            <Order here={here} props={props} />
            {props.open && (
              <p class="quiet paper-link">
                <a href={here.to(`/services/${props.slug}/paper`)}>{words.paper}</a>
              </p>
            )}
            <Facts here={here} props={props} />
            {props.prepare && (
              <>
                <h2 class="small-title">{words.prepare}</h2>
                <p>
                  <Plain text={props.prepare} />
                </p>
              </>
            )}
            {props.whoMay && (
              <>
                <h2 class="small-title">{words.whoMay}</h2>
                <p>
                  <Plain text={props.whoMay} />
                </p>
              </>
            )}
            <p class="quiet">{words.free}</p>
          </div>
          <div class="side">
            {props.stations.length > 0 && <Stations title={words.stations} stations={props.stations} />}
            {props.related.length > 0 && (
              <section aria-labelledby="related">
                <h2 class="rule" id="related">
                  {words.related}
                </h2>
                <ServiceList here={here} services={props.related} />
              </section>
            )}
          </div>
        </div>
      </div>
    );
  },
};

function Order({ here, props }: { here: Here; props: ServicePageProps }) {
  const { t, frame } = here;
  const words = t.volunteering.service;
  const call = (
    <a class="button" href={telephone(frame.county.phone)}>
      <PhoneOfButton words={words.call(frame.county.phone)} number={frame.county.phone} />
    </a>
  );
  if (props.open)
    return (
      <p class="ways">
        <a class="button button-primary" href={here.to(`/services/${props.slug}/order`)}>
          {words.order}
        </a>
        {call}
      </p>
    );
  return (
    <div class="closed">
      <p>
        <b>{words.closed}</b>
      </p>
      <p>{props.opensOn ? words.opensOn(here.format.calendarDay(props.opensOn)) : words.closedText}</p>
      <p class="ways">{call}</p>
    </div>
  );
}

const clock = (minuteOfDay: number): string =>
  `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;

function Facts({ here, props }: { here: Here; props: ServicePageProps }) {
  const { t, format } = here;
  const words = t.volunteering.service;
  const within = (workingDays: number | null, minutes: number): string =>
    workingDays === null ? format.minutes(minutes) : words.workingDays(workingDays);
  const isAlways = props.answerWithinWorkingDays !== null || props.answeredUntil - props.answeredFrom === 1_440;
  const facts: [string, string][] = [
    [words.where, t.shell.where[props.where]],
    [words.time, format.minutes(props.durationMinutes)],
    [words.people, words.peopleCount(props.peopleNeeded)],
    [
      words.answer,
      [
        words.answerText(
          within(props.answerWithinWorkingDays, props.answerWithinMinutes),
          within(props.arrangeWithinWorkingDays, props.arrangeWithinHours * 60),
        ),
        ...(isAlways ? [] : [words.answeredBetween(clock(props.answeredFrom), clock(props.answeredUntil))]),
      ].join(here.frame.language === 'en' ? '; ' : '；'),
    ],
  ];
  if (props.licences.length > 0)
    facts.push([words.licences, props.licences.join(here.frame.language === 'en' ? ', ' : '、')]);
  if (props.reach.length > 0) facts.push([words.reach, props.reach.join(here.frame.language === 'en' ? ', ' : '、')]);
  if (props.season) facts.push([words.season, seasonWords(here, props.season)]);
  return (
    <>
      <h2 class="small-title">{words.facts}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function seasonWords({ t, format }: Here, season: NonNullable<ServicePageProps['season']>): string {
  const edge = (month: number, day: number | undefined): string =>
    day === undefined ? format.month(month) : t.volunteering.service.seasonDay(format.month(month), day);
  return t.volunteering.service.seasonText(edge(season.fromMonth, season.fromDay), edge(season.toMonth, season.toDay));
}
