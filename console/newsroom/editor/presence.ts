import type { HocuspocusProvider } from '@hocuspocus/provider';
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import { useEffect, useState } from 'react';

/** Somebody who writes at the same text: as the desk knows them, never as a window says of itself. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
}

/** As many calm colours as the style sheet has; the ninth writer shares the first one's. */
const colours = 8;

/** The class that gives a writer's colour. */
export const colourOf = ({ colour }: Writer): string => `writer-${colour % colours}`;

/** The carets and selections of the others, with their names. */
export const presenceExtension = (provider: HocuspocusProvider): Extension =>
  Extension.create({
    name: 'presence',
    addProseMirrorPlugins() {
      if (!provider.awareness) return [];
      return [
        yCursorPlugin(provider.awareness, {
          cursorBuilder: (user: unknown) => caretOf(user as Writer),
          selectionBuilder: (user: unknown) => ({ class: `writer-selection ${colourOf(user as Writer)}` }),
        }),
      ];
    },
  });

// Not said aloud: the line of names above says who is here.
function caretOf(writer: Writer): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `writer-caret ${colourOf(writer)}`;
  caret.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.textContent = writer.name;
  caret.append(name);
  return caret;
}

/** The others at this text, each once, in the order of their names. */
export function useOthers(provider: HocuspocusProvider, personId: string): readonly Writer[] {
  const [others, setOthers] = useState<readonly Writer[]>([]);
  useEffect(() => {
    const { awareness } = provider;
    if (!awareness) return;
    const look = (): void => {
      const byId = new Map<string, Writer>();
      for (const state of awareness.getStates().values()) {
        const user = state['user'] as Partial<Writer> | undefined;
        if (user?.id !== undefined && user.name !== undefined && user.id !== personId)
          byId.set(user.id, { id: user.id, name: user.name, colour: user.colour ?? 0 });
      }
      setOthers([...byId.values()].toSorted((one, two) => one.name.localeCompare(two.name)));
    };
    awareness.on('change', look);
    // Says that I am here, before I have put the caret anywhere; the desk writes my name in.
    provider.setAwarenessField('user', {});
    look();
    return () => awareness.off('change', look);
  }, [provider, personId]);
  return others;
}
