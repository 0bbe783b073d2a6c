import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { orderList, PersonPage, storyListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useMe } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { acts, waysFor } from './navigation.ts';
import { recordsAsked } from './records-asked.ts';
import { shellTexts } from './shell-texts.ts';

/** Something the palette can lead to. */
export interface Find {
  readonly title: string;
  readonly kind: string;
  readonly to: string;
}

const orderCode = /^[0-9a-z]{4}[ -]?[0-9a-z]{4}[ -]?[0-9a-z]{4}[ -]?[0-9a-z]{1,2}$/i;

/** What fits the words typed: pages at once, records as they come; and whether some may still come. */
export function useFinds(typed: string): { finds: readonly Find[]; isLooking: boolean } {
  const words = useWords(shellTexts);
  const language = useLanguage();
  const me = useMe();
  const q = useSettled(typed.trim());
  const asked = recordsAsked(me.abilities, q);
  const stories = useQuery({
    queryKey: ['find', 'stories', q],
    enabled: asked.stories,
    queryFn: ({ signal }) => read<Answer<typeof storyListView>>('/stories', { q, limit: 6 }, { signal }),
  });
  const orders = useQuery({
    queryKey: ['find', 'orders', q],
    enabled: asked.orders,
    queryFn: ({ signal }) =>
      read<Answer<typeof orderList>>('/orders', { ...(orderCode.test(q) ? { code: q } : { q }), limit: 5 }, { signal }),
  });
  const people = useQuery({
    queryKey: ['find', 'people', q],
    enabled: asked.people,
    queryFn: ({ signal }) => read<PersonPage>('/people', { search: q, limit: 5 }, { signal }),
  });
  const pages = waysFor(me.abilities).flatMap(({ entries }) =>
    entries.map((way) => ({ title: words.nav[way.name], kind: words.goToPages, to: way.to })),
  );
  const begun = acts
    .filter(({ ability }) => me.abilities.includes(ability))
    .map(({ name, to }) => ({ title: words.acts[name], kind: words.goToActs, to }));
  const fit = [...pages, ...begun].filter((page) => page.title.toLowerCase().includes(typed.trim().toLowerCase()));
  const finds = [
    ...fit,
    ...(stories.data?.items ?? []).map((story) => ({
      title: story.title,
      kind: words.nav.stories,
      to: `/stories/${story.id}`,
    })),
    ...(orders.data?.items ?? []).map((order) => ({
      title: `${inWords(order.service.name, language)} · ${inWords(order.place.name, language)}`,
      kind: words.nav.orders,
      to: `/orders/${order.id}`,
    })),
    ...(people.data?.items ?? []).map((person) => ({
      title: [person.displayName, person.place ? inWords(person.place.name, language) : ''].filter(Boolean).join(' · '),
      kind: words.nav.people,
      to: `/people/${person.id}`,
    })),
  ].slice(0, 20);
  const isLooking = q !== typed.trim() || [stories, orders, people].some(({ isLoading }) => isLoading);
  return { finds, isLooking };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
