import { useQueries, useQuery } from '@tanstack/react-query';
import { pictureHashes, type StoryText } from '@xiangyin/document';
import { checkerFor, internalLinks, type Finding, type LackOfConsent } from '@xiangyin/document/checks';
import { useEffect, useMemo, useState } from 'react';
import type { materialListView, PictureView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import type { Answer } from '../../kit/shape.ts';
import { useCheckRules } from './use-check-rules.ts';
import { useStoryDay } from './use-story-day.ts';

// Long enough that nothing is checked between two keys, short enough that the line is there when one looks up.
const pauseMs = 350;

/** What the checks find in a text, anew a moment after it changed; `isFresh`: in these very words. Null until the county's rules are known. */
export function useFindings(
  story: StoryView,
  text: StoryText,
): { findings: readonly Finding[] | null; isFresh: boolean } {
  const rules = useCheckRules(text.language);
  const checker = useMemo(() => (rules ? checkerFor(rules) : null), [rules]);
  const deadLinks = useDeadLinks(text);
  const consents = useConsents(text);
  const day = useStoryDay(story);
  const [seen, setSeen] = useState<{ text: StoryText; findings: readonly Finding[] } | null>(null);
  useEffect(() => {
    if (checker === null) return;
    let idle = 0;
    const look = (): void => setSeen({ text, findings: checker.check(text, { day, deadLinks, consents }) });
    const timer = setTimeout(() => {
      // Older WebKit has no idle time to offer; a pass takes a few milliseconds there too.
      if ('requestIdleCallback' in window) idle = requestIdleCallback(look, { timeout: 1_000 });
      else look();
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      if (idle) cancelIdleCallback(idle);
    };
  }, [checker, text, day, deadLinks, consents]);
  return { findings: seen?.findings ?? null, isFresh: seen?.text === text };
}

const noLinks: readonly string[] = [];

/** Addresses of this site in the text that open nothing. The site itself is asked, as a reader would. */
export function useDeadLinks(text: StoryText): readonly string[] {
  const hrefs = internalLinks(text).slice(0, 40);
  const query = useQuery({
    queryKey: ['dead-links', ...hrefs],
    enabled: hrefs.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const open = await Promise.all(hrefs.map((href) => opens(href, signal)));
      return hrefs.filter((_, i) => open[i] === false);
    },
  });
  return query.data ?? noLinks;
}

/** Pictures and recordings of a text in which somebody can be recognised who is not known to agree. */
function useConsents(text: StoryText): ReadonlyMap<string, LackOfConsent> {
  const hashes = pictureHashes(text).slice(0, 40);
  const linked = materialsIn(text).slice(0, 40);
  const lacking = useQueries({
    queries: [
      ...hashes.map((hash) => ({
        queryKey: ['pictures', hash],
        staleTime: 60_000,
        queryFn: ({ signal }: { signal: AbortSignal }) => read<Consented>(`/pictures/${hash}`, {}, { signal }),
      })),
      ...linked.map((hash) => ({
        queryKey: ['materials', 'named', hash],
        staleTime: 60_000,
        queryFn: ({ signal }: { signal: AbortSignal }) => materialNamed(hash, signal),
      })),
    ],
    combine: lackingOf,
  });
  return useMemo(() => new Map(lacking), [lacking]);
}

type Consented = Pick<PictureView, 'hash' | 'consent'>;

const materialsIn = (text: StoryText): string[] =>
  internalLinks(text).flatMap((href) => /^\/materials\/([0-9a-f]{64})(?:\.[a-z]{2,4})?$/.exec(href)?.[1] ?? []);

// A text may name what is not there.
async function materialNamed(hash: string, signal: AbortSignal): Promise<Consented> {
  const { items } = await read<Answer<typeof materialListView>>('/materials', { hash }, { signal });
  return { hash, consent: items[0]?.consent ?? null };
}

// A list, which stays the same one while nothing in it changes.
const lackingOf = (answers: readonly { data?: Consented | undefined }[]): [string, LackOfConsent][] =>
  answers.flatMap(({ data }): [string, LackOfConsent][] =>
    data?.consent && data.consent !== 'held' ? [[data.hash, data.consent]] : [],
  );

// A broken line says nothing about an address.
async function opens(href: string, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch(href, { method: 'HEAD', credentials: 'omit', signal }).catch(() => null);
  return answer === null || answer.status !== 404;
}
