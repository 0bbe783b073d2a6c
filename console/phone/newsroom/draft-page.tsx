import type { StoryView } from '@xiangyin/server/contract';
import type { StoryText } from '@xiangyin/document';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { read } from '../kit/api.ts';
import { languageNow, say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { go } from '../kit/navigate.ts';
import { Coming, TopBar, Trouble } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { draftToOpen, draftsOf, keepDraft, newDraft, type Draft } from './draft.ts';
import { partsOf } from './draft-text.ts';
import { DraftEditor } from './draft-editor.tsx';

/** Writing on this phone. `new` begins a draft, or with a story one that changes it; every other id is a draft that lies here. */
export function DraftPage({ draftId, storyId }: { draftId: string; storyId: string }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const personId = session.me.get()?.personId ?? '';
  useEffect(() => {
    setProblem(null);
    if (draftId !== 'new')
      // Where the phone cannot be read no empty draft lies over the one it may still hold.
      draftToOpen(draftId, personId, languageNow()).then(
        (found) => (found ? setDraft(found) : go('/stories', { replace: true })),
        () => setProblem(new Problem('Unread', 0, say('write.unread'))),
      );
    else if (storyId === '') go(`/drafts/${newId()}`, { replace: true });
    else
      revise(storyId, personId).catch((error: unknown) => {
        if (isAboutSession(error)) session.lost(error);
        setProblem(error instanceof Problem ? error : new Problem('Unread', 0, say('write.unread')));
      });
  }, [draftId, storyId, personId, tries]);
  // Only where nothing is open yet: a draft in hand is not read anew under its writer.
  useEffect(() => (problem ? session.returned.follow(() => setTries((count) => count + 1)) : undefined), [problem]);
  if (draft) return <DraftEditor opened={draft} />;
  return (
    <>
      <TopBar title={say('write.title')} />
      <main>{problem ? <Trouble problem={problem} again={() => setTries((count) => count + 1)} /> : <Coming />}</main>
    </>
  );
}

/** Opens the draft that changes a story: the one begun earlier on this phone, or a fresh one from the server's text. */
async function revise(storyId: string, personId: string): Promise<void> {
  const begun = (await draftsOf(personId)).find((one) => one.revises?.storyId === storyId);
  if (begun) return go(`/drafts/${begun.id}`, { replace: true });
  const story = await read<StoryView>(`/stories/${storyId}`);
  const text = story.text as StoryText;
  const draft: Draft = {
    ...newDraft(personId, story.language),
    title: text.title,
    deck: text.deck,
    parts: partsOf(text),
    sectionId: story.section.id,
    placeId: story.places[0]?.id ?? null,
    revises: { storyId, version: story.version },
  };
  await keepDraft(draft);
  go(`/drafts/${draft.id}`, { replace: true });
}
