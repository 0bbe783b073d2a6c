import { countCharacters, parseStoryText, readingSeconds, unfinishedParts, type StoryText } from '@xiangyin/document';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { Page } from '../../kit/page.tsx';
import { isProblem } from '../../kit/problem.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { styleNonce } from '../../kit/trusted-types.ts';
import { useAct, wordsOf } from '../../kit/use-act.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { sendPicture } from '../../media/send-picture.ts';
import { reviewStates, StoryState } from '../story-states.tsx';
import '../text/text.css';
import { storyChanged } from '../use-story.ts';
import { StoryRemarks } from '../story/story-remarks.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import './editor.css';
import { storyExtensions } from './extensions.ts';
import { HoldLine } from './hold-line.tsx';
import { insertPicture } from './insert-picture.ts';
import { StorySettings } from './story-settings.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDraft } from './use-draft.ts';

/** The desk's editor: headline, lead, text and pictures, kept on this machine while typed and saved whole. */
export function StoryEditor({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const times = useTimes();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const draft = useDraft(story);
  const [title, setTitle] = useState(draft.start.text.title);
  const [deck, setDeck] = useState(draft.start.text.deck);
  const [text, setText] = useState<StoryText>(draft.start.text);
  const [conflict, setConflict] = useState(
    draft.start.keptVersion !== null && draft.start.keptVersion !== story.version,
  );
  const [busy, setBusy] = useState(false);
  const { sendAll, sending } = useSendPictures();
  const latest = useRef<(editor: Editor) => void>(() => {});
  const editor = useEditor({
    extensions: storyExtensions,
    content: draft.start.text.body,
    injectNonce: styleNonce(),
    editorProps: {
      attributes: {
        class: 'story-text',
        'aria-label': words.editor.body,
        lang: story.language,
        role: 'textbox',
        'aria-multiline': 'true',
      },
      handlePaste: (_, event) => takePictures(event.clipboardData?.files),
      handleDrop: (_, event, __, moved) => !moved && takePictures(event.dataTransfer?.files),
    },
    onUpdate: ({ editor: it }) => latest.current(it),
  });
  const submission = useAct<StoryView>();

  const change = (next: Partial<Pick<StoryText, 'title' | 'deck' | 'body'>>): void => {
    const whole: StoryText = { v: 1, language: story.language, title, deck, body: text.body, ...next };
    setText(whole);
    draft.typed(whole, draft.version);
  };
  useEffect(() => {
    latest.current = (it) => change({ body: it.getJSON() as StoryText['body'] });
  });
  function takePictures(files: FileList | undefined): boolean {
    const pictures = [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (pictures.length > 0 && editor) void sendAll(editor, pictures);
    return pictures.length > 0;
  }
  const save = async (over?: number): Promise<StoryView | null> => {
    setBusy(true);
    const result = await draft.save(over);
    setBusy(false);
    if (result.kind === 'saved') return result.story;
    if (result.kind === 'conflict') setConflict(true);
    else if (result.kind === 'bad')
      void message.error(
        `${words.editor.badText} ${[...new Set(result.errors.map((error) => badPart(words.editor.badParts, error.code)))].join('; ')}`,
        8,
      );
    else void message.error(wordsOf(result.problem), 6);
    return null;
  };
  const submit = async (): Promise<void> => {
    const missing = missingIn(draft.current.current);
    if (missing.length > 0) {
      modal.info({
        title: words.editor.missing,
        content: missing.map((code) => (
          <p key={code}>
            {code === 'TitleMissing'
              ? words.editor.titleMissing
              : code === 'BodyEmpty'
                ? words.editor.bodyEmpty
                : words.editor.altMissing}
          </p>
        )),
        icon: null,
      });
      return;
    }
    const saved = draft.dirty ? await save() : story;
    const submitted =
      saved && (await submission.run('POST', `/stories/${story.id}/submissions`, { version: saved.version }));
    if (!submitted) return;
    void message.success(words.editor.submitting);
    await storyChanged(submitted);
    void navigate(`/stories/${story.id}`);
  };
  useShortcuts({ 'mod+s': () => void save() });
  useWarnBeforeLeaving(draft.dirty);
  const takeTheirs = (): void => {
    draft.drop();
    location.reload();
  };
  const inReview = reviewStates.includes(story.state);
  const count = countOf(text);
  return (
    <Page
      title={words.editor.pageTitle}
      crumb={{ to: `/stories/${story.id}`, text: title || words.untitled }}
      meta={<StoryState story={story} />}
    >
      <HoldLine story={story} />
      {inReview && <p className="notice due">{words.editor.voids}</p>}
      <StoryRemarks story={story} />
      {draft.start.restored && draft.dirty && (
        <p className="notice row apart">
          <span>{words.editor.restoredCopy}</span>
          <Button size="small" onClick={takeTheirs}>
            {words.editor.dropCopy}
          </Button>
        </p>
      )}
      <div className="split">
        <div className="editor">
          <div className="head">
            <textarea
              className="title"
              rows={1}
              aria-label={words.editor.title}
              placeholder={words.editor.titleHint}
              maxLength={100}
              lang={story.language}
              value={title}
              onChange={(event) => {
                const value = event.target.value.replace(/\n/g, '');
                setTitle(value);
                change({ title: value });
              }}
            />
            <textarea
              className="deck"
              rows={2}
              aria-label={words.editor.deck}
              placeholder={words.editor.deckHint}
              maxLength={300}
              lang={story.language}
              value={deck}
              onChange={(event) => {
                const value = event.target.value.replace(/\n/g, '');
                setDeck(value);
                change({ deck: value });
              }}
            />
          </div>
          {editor && <Toolbar editor={editor} sending={sending} onPictures={(files) => void sendAll(editor, files)} />}
          <EditorContent editor={editor} />
          <div className="save-line">
            <span className="meta" role="status">
              {draft.dirty ? words.editor.kept : words.editor.saved(times.at(story.savedAt))} ·{' '}
              {words.editor.characters(count.characters, count.minutes)}
            </span>
            <span className="row">
              <Button loading={busy} disabled={!draft.dirty} onClick={() => void save()}>
                {words.editor.save}
              </Button>
              {story.abilities.includes('story.submit') && !inReview && (
                <Button type="primary" loading={submission.busy} onClick={() => void submit()}>
                  {words.editor.submit}
                </Button>
              )}
            </span>
          </div>
        </div>
        <StorySettings story={story} />
      </div>
      {conflict && (
        <ConflictDialog
          story={story}
          mine={draft.current.current}
          onMine={(version) => {
            setConflict(false);
            void save(version);
          }}
          onTheirs={takeTheirs}
          onLater={() => setConflict(false)}
        />
      )}
    </Page>
  );
}

const badPart = (parts: Readonly<Record<string, string>>, code: string): string =>
  parts[code] ?? parts['other'] ?? code;

function missingIn(text: StoryText): string[] {
  const parsed = parseStoryText(text, { draft: true });
  return parsed.ok ? [...new Set(unfinishedParts(parsed.text).map((part) => part.code))] : [];
}

function countOf(text: StoryText): { characters: number; minutes: number } {
  const parsed = parseStoryText(text, { draft: true });
  return parsed.ok
    ? { characters: countCharacters(parsed.text), minutes: Math.max(1, Math.round(readingSeconds(parsed.text) / 60)) }
    : { characters: 0, minutes: 1 };
}

function useSendPictures() {
  const { picture } = useWords(newsroomTexts).editor;
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const sendAll = async (editor: Editor, files: readonly File[]): Promise<void> => {
    setSending(true);
    try {
      for (const file of files) {
        const { hash, alt, caption, credit, width, height } = await sendPicture(file);
        insertPicture(editor, { hash, alt, caption, credit, width, height });
      }
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : picture.failed);
    } finally {
      setSending(false);
    }
  };
  return { sendAll, sending };
}

// The copy on this machine holds the words anyway; the browser's question only spares a surprise.
function useWarnBeforeLeaving(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}
