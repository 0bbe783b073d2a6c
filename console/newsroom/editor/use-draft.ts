import { parseStoryText, textHash, type StoryText, type TextError } from '@xiangyin/document';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { forget, keep, keptOf } from '../../kit/kept.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem, Problem } from '../../kit/problem.ts';
import { useMe } from '../../kit/session.ts';
import { readText } from '../text/read-text.ts';
import { storyChanged } from '../use-story.ts';

interface Kept {
  version: number;
  text: StoryText;
}

/** What came of saving. */
export type Saved =
  | { kind: 'saved'; story: StoryView }
  | { kind: 'conflict' }
  | { kind: 'bad'; errors: readonly TextError[] }
  | { kind: 'failed'; problem: Problem };

/** The text in hand: kept on this machine while it is typed, saved whole to the desk on the version it was begun on. */
export function useDraft(story: StoryView) {
  const { personId } = useMe();
  const name = `story.${story.id}`;
  const [version, setVersion] = useState(story.version);
  const savedHash = useRef(story.textHash);
  const [start] = useState(() => startFrom(story, keptOf<Kept>(personId, name)?.value ?? null));
  const [dirty, setDirty] = useState(start.restored);
  const timer = useRef(0);
  const current = useRef<StoryText>(start.text);

  const typed = useCallback(
    (text: StoryText, base: number): void => {
      current.current = text;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const parsed = parseStoryText(text, { draft: true });
        const changed = !parsed.ok || textHash(parsed.text) !== savedHash.current;
        setDirty(changed);
        if (changed) keep(personId, name, { version: base, text });
        else forget(personId, name);
      }, 400);
    },
    [personId, name],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = useCallback(
    async (over?: number): Promise<Saved> => {
      const parsed = parseStoryText(current.current, { draft: true });
      if (!parsed.ok) return { kind: 'bad', errors: parsed.errors };
      try {
        const saved = await act<StoryView>(
          'PUT',
          `/stories/${story.id}/text`,
          { version: over ?? version, text: parsed.text },
          { key: newKey() },
        );
        savedHash.current = saved.textHash;
        setVersion(saved.version);
        setDirty(false);
        clearTimeout(timer.current);
        forget(personId, name);
        await storyChanged(saved);
        return { kind: 'saved', story: saved };
      } catch (problem) {
        if (isProblem(problem, 'StaleVersion')) return { kind: 'conflict' };
        return {
          kind: 'failed',
          problem: isProblem(problem) ? problem : new Problem({ code: 'Unknown', status: 0, title: String(problem) }),
        };
      }
    },
    [personId, name, story.id, version],
  );
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    forget(personId, name);
  }, [personId, name]);
  return { start, version, dirty, typed, save, drop, current };
}

function startFrom(
  story: StoryView,
  kept: Kept | null,
): { text: StoryText; restored: boolean; keptVersion: number | null } {
  const parsed = kept ? parseStoryText(kept.text, { draft: true }) : null;
  if (kept && parsed?.ok && textHash(parsed.text) !== story.textHash)
    return { text: parsed.text, restored: true, keptVersion: kept.version };
  return { text: readText(story.text), restored: false, keptVersion: null };
}
