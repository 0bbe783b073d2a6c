import type { ServicesPageProps } from '@xiangyin/server/contract';
import { Empty } from '../shell/empty.tsx';
import { Phone } from '../shell/phone.tsx';
import { ServiceList } from '../shell/services.tsx';
import type { View } from '../view.ts';

/** Everything that can be ordered, group by group. */
export const services: View<ServicesPageProps> = {
  head: (_, { t }) => ({ title: t.volunteering.services.title, description: t.volunteering.services.description }),
  Body: ({ props, here }) => {
    const { t, frame } = here;
    const words = t.volunteering.services;
    return (
      <div class="wrap page">
        <h1>{words.title}</h1>
        <p class="deck">
          <Phone words={words.lead(frame.county.phone)} number={frame.county.phone} />
        </p>
        {props.groups.length === 0 && <Empty text={words.none} />}
        <div class="service-groups">
          {props.groups.map((group) => (
            <section key={group.key} aria-labelledby={`group-${group.key}`}>
              <h2 class="rule" id={`group-${group.key}`}>
                {group.name}
              </h2>
              <ServiceList here={here} services={group.services} />
            </section>
          ))}
        </div>
        <section class="help help-slim" aria-labelledby="other">
          <div>
            <h2 id="other">{words.other}</h2>
            <p>{words.otherText}</p>
          </div>
          <p>
            <a class="button button-primary" href={here.to('/orders/new')}>
              {words.order}
            </a>
          </p>
        </section>
        <section class="help help-slim" aria-labelledby="join">
          <div>
            <h2 id="join">{t.volunteering.join.invite}</h2>
            <p>{t.volunteering.join.inviteText}</p>
          </div>
          <p>
            <a class="button" href={here.to('/volunteer')}>
              {t.volunteering.join.title}
            </a>
          </p>
        </section>
        <p class="quiet">{words.track}</p>
        <p class="paper-link">
          <a href={here.to('/help-given')}>{t.volunteering.given.title}</a>
        </p>
      </div>
    );
  },
};
