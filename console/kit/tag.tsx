import type { ReactNode } from 'react';

export type Tone = 'plain' | 'ok' | 'due' | 'hot' | 'info';

/** A state as a word in a tint. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>
);
