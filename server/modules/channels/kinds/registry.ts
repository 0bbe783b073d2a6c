import { z } from 'zod';
import { channelShapes } from '../contract.ts';
import type { ChannelSettings } from '../contract.ts';
import type { Capabilities, Kind } from './kind.ts';
import type { Limits } from './limits.ts';
import { renderPlainly } from './rendering.ts';
import type { Draft, Rendering } from './rendering.ts';
import { site } from './site/site.ts';

const known = new Map<string, Kind>();

/** Makes kinds of channels known, while the program is put together: the module's own, and those that a later module brings (ADR 37). Throws for a key that is there, and for a kind that could not send. */
export function addKinds(kinds: readonly Kind[]): void {
  for (const kind of kinds) {
    if (known.has(kind.key)) throw new Error(`there are two kinds of channels ${kind.key}`);
    if (!isNamedIn(kind)) throw new Error(`the settings of the kind ${kind.key} do not name it`);
    known.set(kind.key, kind);
  }
}

const isNamedIn = ({ key, settings }: Kind): boolean =>
  settings.shape['kind'] instanceof z.ZodLiteral && settings.shape['kind'].value === key;

/** Every kind, in the order in which they became known. */
export const allKinds = (): readonly Kind[] => [...known.values()];

/** The kind of a channel. Throws for one that no code knows. */
export function kindOf({ kind }: ChannelSettings): Kind {
  const found = known.get(kind);
  if (!found) throw new Error(`no code knows channels of the kind ${kind}`);
  return found;
}

/** The shapes of channels, with what each kind that is known must be told. */
export function shapes(): ReturnType<typeof channelShapes> {
  const [first, ...others] = allKinds().map((kind) => kind.settings);
  if (!first) throw new Error('there is no kind of channel');
  return channelShapes(z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<ChannelSettings>);
}

/** What a channel can do, by what the county says of it; null: the county's own site. */
export const capabilitiesOf = (settings: ChannelSettings | null): Capabilities =>
  settings === null ? site.capabilities() : kindOf(settings).capabilities(settings);

/** What a channel takes at most. */
export const limitsOf = (settings: ChannelSettings): Limits => kindOf(settings).limits?.(settings) ?? {};

/** A text as a channel would show it. */
export const renderFor = (draft: Draft, settings: ChannelSettings): Rendering =>
  kindOf(settings).render?.(draft, settings) ?? renderPlainly(draft, limitsOf(settings));

/** Whether nothing calls a copy back once it stands there. */
export const isBeyondRecall = ({ withdraw }: Pick<Capabilities, 'withdraw'>): boolean =>
  withdraw === 'notice' || withdraw === 'none';

/** Whether a channel is told until when a notice holds now, where that changes without a new edition; null for what is no notice. The site shows it by itself. */
export const holdsNotice = (
  { kind }: { readonly kind: 'story' | 'notice' },
  settings: ChannelSettings | null,
): boolean | null => (kind === 'notice' ? settings === null || kindOf(settings).hold !== undefined : null);

/** Whether it will be seen in a channel that a notice has ended; null for what is no notice. */
export const endsNotice = (
  { kind }: { readonly kind: 'story' | 'notice' },
  { endsNotices }: Pick<Capabilities, 'endsNotices'>,
): boolean | null => (kind === 'notice' ? endsNotices : null);
