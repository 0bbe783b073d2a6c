import type { ErrorPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

/** Something did not work: what happened, what was kept, what to do. */
export const error: View<ErrorPageProps> = {
  head: (props, here) => ({ title: titleOf(here, props.status), isPrivate: true }),
  Body: ({ props, here }) => {
    const { t, frame } = here;
    const text = t.portal.error.texts[props.status] ?? props.text;
    return (
      <div class="wrap page narrow error-page">
        <p class="error-status" aria-hidden="true">
          {props.status}
        </p>
        <h1>{titleOf(here, props.status)}</h1>
        {text && <p class="deck">{text}</p>}
        <p class="ways">
          {props.status >= 500 || props.status === 409 || props.status === 429 ? (
            <a class="button button-primary" href={here.to(frame.path)}>
              {t.portal.error.retry}
            </a>
          ) : (
            <a class="button button-primary" href={here.to('/')}>
              {t.portal.error.toHome}
            </a>
          )}
          {props.status === 404 && (
            <a class="button" href={here.to('/search')}>
              {t.portal.error.toSearch}
            </a>
          )}
        </p>
        <p>
          <Phone words={t.shell.callDesk(frame.county.phone)} number={frame.county.phone} />
        </p>
        {props.requestId && <p class="meta">{t.portal.error.requestId(props.requestId)}</p>}
      </div>
    );
  },
};

const titleOf = ({ t }: Here, status: number) => t.portal.error.titles[status] ?? t.portal.error.other;
