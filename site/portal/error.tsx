import type { ErrorPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

/** Something did not work: what happened, what was kept, what to do. */
export const error: View<ErrorPageProps> = {
  head: (props, here) => ({ title: saidOf(here, props).title, isPrivate: true }),
  Body: ({ props, here }) => {
    const { t, frame } = here;
    const { title, text } = saidOf(here, props);
    return (
      <div class="wrap page narrow error-page">
        <p class="error-status" aria-hidden="true">
          {props.status}
        </p>
        <h1>{title}</h1>
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
          {props.status === 404 && !isOrder(here) && (
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

/** Whoever typed the code of an order is not helped by a search. */
const isOrder = ({ frame }: Here): boolean => frame.path.startsWith('/orders/');

function saidOf(here: Here, { status, text }: ErrorPageProps): { readonly title: string; readonly text: string } {
  const { titles, texts, other, order } = here.t.portal.error;
  if (status === 404 && isOrder(here)) return order;
  return { title: titles[status] ?? other, text: texts[status] ?? text };
}
