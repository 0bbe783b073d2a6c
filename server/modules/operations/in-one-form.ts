import type { Words } from '#platform/county';

/** A list of named things as a text that is the same for the same list, whatever the order of keys. */
export const inOneForm = (
  list: readonly { readonly number?: string; readonly level?: string; readonly name: Words }[],
): string => JSON.stringify(list.map(({ number, level, name }) => [number ?? level, name['zh-CN'], name.en]));
