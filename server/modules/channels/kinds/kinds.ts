import type { Kind } from './kind.ts';
import { site } from './site/site.ts';

/** Every kind of channel of the program. */
export const kinds: readonly Kind[] = [site];

/** The kind of a copy. */
export const kindOf = (key: string): Kind | undefined => kinds.find((one) => one.key === key);
