import { useQuery } from '@tanstack/react-query';
import type { tagListView, TagView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';

/** The county's tags, and the same as choices. */
export function useTags(): { items: readonly TagView[]; options: { value: string; label: string }[] } {
  const language = useLanguage();
  const enabled = useMaySomewhere('tag.see');
  const tags = useQuery({
    queryKey: ['tags'],
    enabled,
    queryFn: ({ signal }) => read<Answer<typeof tagListView>>('/tags', {}, { signal }),
  });
  const items = tags.data?.items ?? [];
  return { items, options: items.map(({ id, name }) => ({ value: id, label: inWords(name, language) })) };
}
