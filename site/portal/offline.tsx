import type { NoProps } from '@xiangyin/server/contract';
import type { View } from '../view.ts';

/** What can be read without network: a list that the device itself fills, and the way to forget it. */
export const offline: View<NoProps> = {
  islands: ['kept'],
  head: (_, { t }) => ({ title: t.portal.offline.title, isPrivate: true, isTimeless: true }),
  Body: ({ here }) => {
    const words = here.t.portal.offline;
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        <p data-none>{words.none}</p>
        <div data-kept hidden>
          <ul class="kept-list" data-kept-list />
          <p>
            <button class="button button-small" type="button" data-forget data-done={words.forgotten}>
              {words.forget}
            </button>
          </p>
        </div>
        <p class="ways">
          <a class="button" href={here.to('/')}>
            {here.t.shell.home}
          </a>
          <a class="button" href={here.to('/verify')}>
            {here.t.shell.verify}
          </a>
        </p>
      </div>
    );
  },
};
