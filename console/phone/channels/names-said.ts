import { fewNames } from '../../channels/two-parts.ts';
import { listed, say } from '../kit/language.ts';

/** The names of channels in words; of many the first, and how many there are. */
export function namesSaid(all: readonly string[]): string {
  const { names, more } = fewNames(all);
  return more
    ? say('leaving.names', { names: listed(names), n: all.length, rest: all.length - names.length })
    : listed(names);
}
