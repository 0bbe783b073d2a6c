import { parseStoryText, unfinishedParts } from '@xiangyin/document';
import { App } from 'antd';
import { useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { useWords } from '../../kit/texts.ts';
import { wordsOf } from '../../kit/use-act.ts';
import { writingTexts } from './writing-texts.ts';
import { storyChanged } from '../use-story.ts';

/** Makes versions of what was written together, and hands them in. Each answers the story, or null after saying why not. */
export function useVersions(story: StoryView) {
  const words = useWords(writingTexts);
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const ask = async (path: string, body: object): Promise<StoryView | null> => {
    setBusy(true);
    try {
      const after = await act<StoryView>('POST', `/stories/${story.id}/${path}`, body, { key: newKey() });
      // Not waited for: the lists are read anew while the buttons work again.
      void storyChanged(after);
      return after;
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      const bad = problem.code === 'BadText' ? badParts(problem.fields, words.badParts) : null;
      void message.error(bad === null ? wordsOf(problem) : `${words.badText} ${bad}`, 8);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const cut = (): Promise<StoryView | null> => ask('revisions', {});
  const submit = async (): Promise<StoryView | null> => {
    const saved = await cut();
    if (!saved) return null;
    const missing = missingIn(saved.text);
    if (missing.length === 0) return ask('submissions', { version: saved.version });
    modal.info({
      title: words.missing,
      content: missing.map((code) => <p key={code}>{words.missingParts[code]}</p>),
      icon: null,
    });
    return null;
  };
  return { cut, submit, busy };
}

function missingIn(text: unknown): ReturnType<typeof unfinishedParts>[number]['code'][] {
  const parsed = parseStoryText(text, { draft: true });
  return parsed.ok ? [...new Set(unfinishedParts(parsed.text).map((part) => part.code))] : [];
}

const badParts = (fields: readonly { code: string }[], parts: Readonly<Record<string, string>>): string =>
  [...new Set(fields.map(({ code }) => parts[code] ?? parts['other'] ?? code))].join('; ');
