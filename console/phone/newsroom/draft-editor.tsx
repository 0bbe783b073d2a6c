import type { Finding } from '@xiangyin/document/checks';
import type { CheckRulesView } from '@xiangyin/server/contract';
import type { SectionListView } from './lists.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { go } from '../kit/navigate.ts';
import { later } from '../kit/later.tsx';
import { TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { dropAttachment } from '../outbox/attachment.ts';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { DraftAttachments } from './draft-attachments.tsx';
import { DraftVoices } from './draft-voices.tsx';
import { draftKeeper } from './draft-keeper.ts';
import { DraftWritten } from './draft-written.tsx';
import { forgetDraft, isEmpty, type Draft } from './draft.ts';
import { HowUrgent } from './how-urgent.tsx';
import { NotBefore } from './not-before.tsx';
import { withMaterial, withVoice } from './edit-parts.ts';
import { missingParts } from './missing-parts.ts';
import { personalNumbers } from './personal-numbers.ts';
import { PrivacySheet } from './privacy-sheet.tsx';
import { SentAttachments } from './sent-attachments.tsx';
import { voiceRecorder } from './voice-recorder.ts';
import { WhereTo } from './where-to.tsx';

const DeskChanged = later(() => import('./desk-changed.tsx'));
const DraftFindings = later(() => import('./draft-findings.tsx'));

const lastSection = 'xiangyin.phone.section';

/** A headline, paragraphs, pictures. Everything is kept on this phone as it is typed; handing in works without a line. */
export function DraftEditor({ opened }: { opened: Draft }) {
  const keeper = useMemo(() => draftKeeper(opened), [opened]);
  useEffect(() => keeper.watch(), [keeper]);
  const recorder = useMemo(
    () => voiceRecorder((voice) => keeper.change({ voices: withVoice(keeper.draft.get().voices ?? [], voice) })),
    [keeper],
  );
  const recording = useCell(recorder.now) !== null;
  const kept = useCell(keeper.isKept);
  const refused = useCell(keeper.refused);
  const { change, release } = keeper;
  const written = useCell(keeper.draft);
  const [taking, setTaking] = useState(false);
  const [shrinking, setShrinking] = useState(false);
  const [asked, setAsked] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const sections =
    useAnswer<SectionListView>('/sections', { everySeconds: 600 }).value?.items.filter((section) => !section.ended) ??
    [];
  const places = session.me.get()?.places ?? [];
  const draft = withDefaults(written, sections, places);
  const missing = missingParts(draft);
  const rules = useAnswer<CheckRulesView>('/check-rules', { everySeconds: 600 }).value;
  const off = rules?.off ?? [];
  const [personal, setPersonal] = useState<Finding[] | null>(null);
  const [alone] = useState(oneAtATime);

  const handIn = async (isMeantToBePublic = false) => {
    setAsked(true);
    if (missing.length > 0) {
      setTimeout(() => summary.current?.focus(), 0);
      return;
    }
    await alone(async () => {
      const found = isMeantToBePublic ? [] : await personalNumbers(draft, off);
      if (found.length > 0) setPersonal(found);
      else await putIntoOutbox();
    });
  };
  const putIntoOutbox = async () => {
    const act = { kind: 'submit-story', subjectId: draft.revises?.storyId ?? draft.id, draft, stored: null } as const;
    // On a full phone the draft stays where it is, and on the screen.
    if (!(await keeper.handOver(() => enqueue(draft.title.trim(), act)))) return;
    if (draft.sectionId) localStorage.setItem(lastSection, draft.sectionId);
    await forgetDraft(draft.id);
    soon();
    go('/stories', { replace: true });
  };
  return (
    <>
      <TopBar title={say(draft.revises ? 'write.revise' : 'write.title')}>
        <output class="meta end">
          {isEmpty(draft) || refused === 'words' ? '' : say(kept ? 'write.kept' : 'write.keeping')}
        </output>
      </TopBar>
      <main class="write">
        {refused && (
          <p class="note hot" role="alert">
            {say(refused === 'words' ? 'write.no-room' : 'write.no-room.hand-in')}
          </p>
        )}
        {draft.revises && <DeskChanged draft={draft} change={change} />}
        {asked && missing.length > 0 && (
          <div class="note hot" role="alert" tabIndex={-1} ref={summary}>
            <p>{say('missing.summary', { n: missing.length })}</p>
            <ul>
              {missing.map((part) => (
                <li key={part.field}>
                  <button type="button" class="plain" onClick={() => document.getElementById(part.field)?.focus()}>
                    {say(part.words)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <DraftWritten
          draft={draft}
          now={() => keeper.draft.get()}
          taking={shrinking}
          setTaking={setShrinking}
          hasDeck={opened.deck !== ''}
          asked={asked}
          change={change}
        />
        <DraftVoices
          recorder={recorder}
          voices={draft.voices ?? []}
          remove={(id) => change({ voices: (draft.voices ?? []).filter((voice) => voice.id !== id) })}
        />
        <DraftAttachments
          draft={draft}
          taking={taking}
          setTaking={setTaking}
          add={(attachment) => change({ attachments: [...(keeper.draft.get().attachments ?? []), attachment] })}
          change={(one) =>
            change({
              attachments: (keeper.draft.get().attachments ?? []).map((other) => (other.id === one.id ? one : other)),
            })
          }
          remove={(id) =>
            change({ attachments: (keeper.draft.get().attachments ?? []).filter((attachment) => attachment.id !== id) })
          }
        />
        {draft.revises && (
          <SentAttachments
            storyId={draft.revises.storyId}
            put={(material) => change({ parts: withMaterial(draft.parts, material) })}
          />
        )}
        {!draft.revises && <WhereTo draft={draft} sections={sections} places={places} change={change} />}
        <NotBefore draft={draft} change={change} />
        <HowUrgent
          draft={draft}
          invalid={asked && missing.some((part) => part.field === 'valid-until')}
          change={change}
        />
        {!isEmpty(draft) && <DraftFindings draft={draft} rules={rules} change={change} />}
        <DropDraft draft={draft} release={release} />
      </main>
      <div class="bar">
        <button
          type="button"
          class="btn primary wide"
          disabled={recording || taking || shrinking}
          onClick={() => void handIn()}
        >
          {say(
            recording
              ? 'write.recording'
              : taking
                ? 'attachment.taking'
                : shrinking
                  ? 'picture.taking'
                  : 'write.hand-in',
          )}
        </button>
      </div>
      {personal && (
        <PrivacySheet
          found={personal}
          back={() => setPersonal(null)}
          go={() => {
            setPersonal(null);
            void handIn(true);
          }}
        />
      )}
    </>
  );
}

/** Runs what is asked for unless it runs already: the second half of a double tap comes before anything is drawn. */
function oneAtATime(): (work: () => Promise<void>) => Promise<void> {
  let running = false;
  return async (work) => {
    if (running) return;
    running = true;
    await work().finally(() => {
      running = false;
    });
  };
}

// A section as last time, the place one writes for: chosen already, and asked only where there is a choice.
function withDefaults(draft: Draft, sections: readonly { id: string }[], places: readonly { id: string }[]): Draft {
  const remembered = sections.find((section) => section.id === localStorage.getItem(lastSection));
  return {
    ...draft,
    sectionId: draft.sectionId ?? (remembered ?? sections[0])?.id ?? null,
    placeId: draft.placeId ?? places[0]?.id ?? null,
  };
}

/** Giving a draft up says what is lost. */
function DropDraft({ draft, release }: { draft: Draft; release: () => void }) {
  if (isEmpty(draft)) return null;
  const drop = async () => {
    release();
    await forgetDraft(draft.id);
    for (const { id } of draft.attachments ?? []) await dropAttachment(id);
    go('/stories', { replace: true });
  };
  return (
    <AskFirst
      act={say('write.drop')}
      sure={say('write.drop.sure')}
      yes={say('write.drop.do')}
      look="plain"
      go={() => void drop()}
    />
  );
}
