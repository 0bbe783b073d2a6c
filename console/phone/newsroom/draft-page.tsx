import type { StoryView } from '@xiangyin/server/contract';
import type { StoryText } from '@xiangyin/document';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { read } from '../kit/api.ts';
import { languageNow, say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { go } from '../kit/navigate.ts';
import { Coming, TopBar, Trouble } from '../kit/parts.tsx';
import { Problem } from '../kit/problem.ts';
import { draftById, draftsOf, keepDraft, newDraft, type Draft } from './draft.ts';
import { partsOf } from './draft-text.ts';
import { DraftEditor } from './draft-editor.tsx';

/** Writing on this phone. `new` begins a draft, or with a story one that changes it; every other id is a draft that lies here. */
export function DraftPage({ draftId, storyId }: { draftId: string; storyId: string }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const personId = session.me.get()?.personId ?? '';
  useEffect(() => {
    if (draftId !== 'new')
      void draftById(draftId, personId).then((found) =>
        setDraft(found ?? { ...newDraft(personId, languageNow()), id: draftId }),
      );
    else if (storyId === '') go(`/drafts/${newId()}`, { replace: true });
    else
      revise(storyId, personId).catch((error: unknown) =>
        setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, String(error))),
      );
  }, [draftId, storyId, personId]);
  if (draft) return <DraftEditor opened={draft} />;
  return (
    <>
      <TopBar title={say('write.title')} />
      <main>{problem ? <Trouble problem={problem} /> : <Coming />}</main>
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
