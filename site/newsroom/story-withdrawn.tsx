import type { WithdrawnStoryPageProps } from '@xiangyin/server/contract';
import { langOf } from '../here.ts';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

/** A story taken down for checking: since when, and what comes next. Nothing of its text. */
export const storyWithdrawn: View<WithdrawnStoryPageProps> = {
  head: (_, { t }) => ({ title: t.newsroom.withdrawn.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const { t, format, frame } = here;
    const words = t.newsroom.withdrawn;
    return (
      <div class="wrap page narrow">
        <p class="kicker">
          <a href={here.to(`/sections/${props.section.slug}`)}>{props.section.name}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="deck">{words.text(format.dayTime(props.withdrawnAt))}</p>
        <div class="card withdrawn">
          <p>
            {words.was}
            <span {...langOf(here, props.language)}>{props.title}</span>
          </p>
          {props.note !== null && <p {...langOf(here, props.language)}>{props.note}</p>}
          <p class="meta">{words.published(format.dayTime(props.publishedAt))}</p>
        </div>
        <p>
          {words.next}
          {here.gap}
          <Phone words={t.shell.callDesk(frame.county.phone)} number={frame.county.phone} />
        </p>
        <p class="ways">
          <a class="button" href={here.to(props.receiptsHref)}>
            {words.receipts}
          </a>
          <a class="button" href={here.to('/corrections')}>
            {t.shell.corrections}
          </a>
          <a class="button" href={here.to('/')}>
            {t.shell.home}
          </a>
        </p>
      </div>
    );
  },
};
