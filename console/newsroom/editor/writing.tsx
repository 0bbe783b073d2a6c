import { countCharacters, countSigns, parseStoryText, readingSeconds } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { readSuggested, readWorkingCopy, setSharedLine, sharedTypes } from '@xiangyin/document/working-copy';
import { EditorContent, useEditor } from '@tiptap/react';
import { App, Button } from 'antd';
import { startTransition, Suspense, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import type { Doc } from 'yjs';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useWords } from '../../kit/texts.ts';
import { styleNonce } from '../../kit/trusted-types.ts';
import { whenIdle } from '../../kit/when-idle.ts';
import { usePrivacyQuestion } from '../checks/use-privacy-question.tsx';
import { chosenIn } from '../comments/chosen-in.ts';
import type { Chosen } from '../comments/use-comments.ts';
import { FindBar, type Finding } from '../find/find-bar.tsx';
import { usePaste } from '../paste/use-paste.ts';
import { writingTexts } from './writing-texts.ts';
import { suggestionsTexts } from '../suggestions/suggestions-texts.ts';
import { useAskAboutSuggestions } from '../suggestions/use-ask-about-suggestions.tsx';
import { useHand, useSuggestions } from '../suggestions/use-suggestions.ts';
import { standsStill } from '../story-states.tsx';
import '../text/text.css';
import { storyExtensions } from './extensions.ts';
import { Beside, fetchLater } from './later.ts';
import { SaveState } from './save-state.tsx';
import { SharedLine } from './shared-line.tsx';
import { SuggestedLine } from '../suggestions/suggested-line.tsx';
import { Toolbar } from './toolbar.tsx';
import { useHeightOfLine } from './use-height-of-line.ts';
import { useSendPictures } from './use-send-pictures.tsx';
import type { Line, SharedText } from './use-shared-text.ts';
import { useVersions } from './use-versions.tsx';

/** The sheet itself: headline, lead, tools, text, under it what is kept where; beside it what the checks find, and how it is published. */
export function Writing({ story, shared, line }: { story: StoryView; shared: SharedText; line: Line }) {
  const writing = useWords(writingTexts);
  const suggestionWords = useWords(suggestionsTexts);
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const { sendAll, sending, dialog } = useSendPictures();
  const paste = usePaste();
  const { cut, submit, busy } = useVersions(story);
  const isMeantToBePublic = usePrivacyQuestion(story);
  const mayComment = story.abilities.includes('story.comment');
  const [finding, setFinding] = useState<Finding | null>(null);
  const find = (replacing: boolean): void => setFinding((before) => ({ replacing, times: (before?.times ?? 0) + 1 }));
  const [commenting, setCommenting] = useState<Chosen | null>(null);
  const saveLine = useHeightOfLine();
  const hand = useHand();
  const [extensions] = useState(() => storyExtensions(shared, hand, writing));
  const editor = useEditor({
    extensions,
    // The shared text takes its place. Left out, TipTap reads an empty string as HTML, which Trusted Types forbid.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    injectNonce: styleNonce(),
    editorProps: {
      attributes: {
        class: 'story-text',
        'aria-label': writing.body,
        lang: story.language,
        role: 'textbox',
        'aria-multiline': 'true',
      },
      handleKeyDown: (_, event) => {
        const act =
          event.ctrlKey || event.metaKey
            ? keys[`${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.code}`]
            : undefined;
        if (!act) return false;
        event.preventDefault();
        act();
        return true;
      },
      // Word brings a picture of its words along with them: words first.
      handlePaste: (_, event): boolean =>
        paste(editor, event.clipboardData) || takePictures(event.clipboardData?.files),
      handleDrop: (_, event, __, moved) => !moved && takePictures(event.dataTransfer?.files),
    },
  });
  const suggestions = useSuggestions(story.id, editor, shared.doc, hand);
  const askAboutSuggestions = useAskAboutSuggestions(editor, shared.doc, suggestions);
  const keys: Readonly<Record<string, () => void>> = {
    ...(mayComment ? { 'alt+KeyM': comment } : {}),
    'shift+KeyE': () => suggestions.turn(!suggestions.on),
    'alt+KeyY': () => settleHere(true),
    'alt+KeyN': () => settleHere(false),
  };
  function settleHere(accept: boolean): void {
    const { from } = editor.state.selection;
    const here = suggestions.open.find(({ pieces }) => pieces.some((one) => from >= one.from && from <= one.to));
    if (!here) return;
    suggestions.settle([here.id], accept);
    const next = suggestions.open.find(({ pieces: [first] }) => first && first.from > from && first.id !== here.id);
    if (next) suggestions.show(next);
  }
  function comment(): void {
    setCommenting(chosenIn(editor, shared));
  }
  function takePictures(files: FileList | undefined): boolean {
    const pictures = [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (pictures.length > 0) void sendAll(editor, pictures);
    return pictures.length > 0;
  }
  const inReview = standsStill(story);
  const isKept = async (): Promise<boolean> => {
    if (await keptSoon(shared)) return true;
    void message.info(writing.line.away);
    return false;
  };
  const saveVersion = async (): Promise<void> => {
    if (!inReview) return void ((await isKept()) && (await cut()));
    if (!(await askAboutSuggestions()) || !(await isKept())) return;
    void modal.confirm({
      title: writing.handIn,
      content: writing.voids,
      okText: writing.handIn,
      onOk: () => void cut(),
    });
  };
  const handIn = async (): Promise<void> => {
    if (!(await askAboutSuggestions())) return;
    if (!(await isMeantToBePublic(textOf(shared.doc, story.language))) || !(await isKept())) return;
    if (!(await submit())) return;
    void message.success(writing.submitting);
    void navigate(`/stories/${story.id}`);
  };
  useShortcuts({ 'mod+s': () => void saveVersion(), 'mod+f': () => find(false), 'mod+h': () => find(true) });
  useWarnBeforeLeaving(line.kind === 'storing');
  const isOpen = useOnceDrawn();
  const texts = useTexts(shared.doc, story.language, isOpen);
  useEffect(() => {
    if (isOpen) whenIdle(fetchLater);
  }, [isOpen]);
  // Counting a long text takes as long as drawing its words: it waits for them, and is done once a text.
  const counted = useMemo(
    () =>
      texts
        ? writing.counted(
            countCharacters(texts.proposed),
            countSigns(texts.proposed),
            readingSeconds(texts.proposed, { aloud: true }),
          )
        : '',
    [texts, writing],
  );
  const lines = [
    {
      name: 'title',
      className: 'title',
      rows: 1,
      'aria-label': writing.title,
      placeholder: writing.titleHint,
      maxLength: 100,
      lang: story.language,
    },
    {
      name: 'deck',
      className: 'deck',
      rows: 2,
      'aria-label': writing.deck,
      placeholder: writing.deckHint,
      maxLength: 300,
      lang: story.language,
    },
  ] as const;
  const setHead = (part: 'title' | 'deck', value: string): void => {
    const line = sharedTypes(shared.doc)[part];
    shared.doc.transact(() => setSharedLine(line, value), line);
  };
  return (
    <>
      {dialog}
      <div className="editor">
        <div className="head">
          {lines.map(({ name, ...line }) =>
            suggestions.on ? (
              <SuggestedLine key={name} {...line} doc={shared.doc} name={name} hand={hand} data-line={name} />
            ) : (
              <SharedLine key={name} {...line} line={sharedTypes(shared.doc)[name]} data-line={name} />
            ),
          )}
        </div>
        <div className="tools">
          <Toolbar
            editor={editor}
            doc={shared.doc}
            ideas={story.plan.map(({ idea }) => idea.title)}
            hand={hand}
            sending={sending}
            onPictures={(files) => void sendAll(editor, files)}
            onComment={mayComment ? comment : undefined}
            onFind={() => find(false)}
            suggesting={suggestions.on}
            onSuggest={() => suggestions.turn(!suggestions.on)}
          />
          {suggestions.on && (
            <p className="suggesting-line" role="status">
              <span>{suggestionWords.modeOn}</span>
              <Button size="small" onClick={() => suggestions.turn(false)}>
                {suggestionWords.back}
              </Button>
            </p>
          )}
          {finding && <FindBar editor={editor} doc={shared.doc} finding={finding} onClose={() => setFinding(null)} />}
        </div>
        <EditorContent editor={editor} />
        <div className="save-line" ref={saveLine}>
          <span className="meta" role="status">
            <SaveState story={story} shared={shared} line={line} inReview={inReview} /> ·{' '}
            <span title={writing.countedHow}>{counted}</span>
          </span>
          <span className="row">
            <Button loading={busy} onClick={() => void saveVersion()}>
              {inReview ? writing.handIn : writing.save}
            </Button>
            {story.abilities.includes('story.submit') && !inReview && (
              <Button type="primary" loading={busy} onClick={() => void handIn()}>
                {writing.submit}
              </Button>
            )}
          </span>
        </div>
      </div>
      <div className="stack wide">
        {texts && (
          <Suspense>
            <Beside
              story={story}
              editor={editor}
              shared={shared}
              proposed={texts.proposed}
              shown={texts.shown}
              suggestions={suggestions}
              commenting={commenting}
              onCommenting={setCommenting}
              onHead={setHead}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}

// So long the first click into a text that has just come meets a page that does nothing else.
const quietMilliseconds = 300;

// Whoever opens a text wants to write: what stands beside it is drawn when the text is there, and gives way to every stroke.
function useOnceDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => whenIdle(() => startTransition(() => setDrawn(true))), quietMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return isDrawn;
}

// A version holds what the desk has: the last stroke is waited for a moment, a broken line is not.
async function keptSoon({ provider }: SharedText): Promise<boolean> {
  for (let tries = 0; !provider.isSynced || provider.hasUnsyncedChanges; tries += 1) {
    if (tries > 60) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** A text as it counts (with what is suggested), and as it is shown (with what is to go as well), so that what the checks find stands where they say. */
interface Texts {
  readonly proposed: StoryText;
  readonly shown: StoryText;
}

// Read at every stroke, whoever made it: what the checks found in the words of a moment ago must not pass for these. Null until somebody looks at what they stand for.
function useTexts(doc: Doc, language: string, isAsked: boolean): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const follow = (): void => setTexts(textsOf(doc, language));
    startTransition(follow);
    doc.on('update', follow);
    return () => doc.off('update', follow);
  }, [doc, language, isAsked]);
  return texts;
}

function textsOf(doc: Doc, language: string): Texts {
  const read = readSuggested(doc, language, 'shown');
  const shown = parsedOf(read.text, language);
  return { shown, proposed: read.suggestions.size === 0 ? shown : textOf(doc, language, 'all') };
}

const textOf = (doc: Doc, language: string, taking: 'none' | 'all' = 'none'): StoryText =>
  parsedOf(readWorkingCopy(doc, language, taking), language);

// What two people made too long together is no text until one of them shortens it: it is counted and checked again then.
function parsedOf(read: StoryText, language: string): StoryText {
  const parsed = parseStoryText(read, { draft: true });
  return parsed.ok
    ? parsed.text
    : { v: 1, language, title: '', deck: '', body: { type: 'doc', content: [{ type: 'paragraph' }] } };
}

// What is on its way is kept on this machine too; the browser's question only spares a surprise.
function useWarnBeforeLeaving(onItsWay: boolean): void {
  useEffect(() => {
    if (!onItsWay) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [onItsWay]);
}
