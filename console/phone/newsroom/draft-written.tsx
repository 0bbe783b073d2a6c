import { useRef, useState } from 'preact/hooks';
import { say, type TextKey } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import type { Draft } from './draft.ts';
import { insertPicture, removePicture, withPicture, withWords } from './edit-parts.ts';
import { FixedBlock } from './fixed-block.tsx';
import { GrowingText } from './growing-text.tsx';
import { PictureCard } from './picture-card.tsx';
import { shrinkPicture } from './shrink-picture.ts';

/** What is written: headline, paragraphs and pictures; a picture goes where the cursor stood. `asked`: what is missing is marked. */
export function DraftWritten({
  draft,
  now,
  taking,
  setTaking,
  hasDeck,
  asked,
  change,
}: {
  draft: Draft;
  /** The draft at this very moment: words may be typed while a picture is made smaller. */
  now: () => Draft;
  /** Whether a picture is being made small: until then the text stays here. */
  taking: boolean;
  setTaking: (taking: boolean) => void;
  hasDeck: boolean;
  asked: boolean;
  change: (changes: Partial<Draft>) => void;
}) {
  const [pictureFailed, setPictureFailed] = useState<TextKey | null>(null);
  const cursor = useRef<{ part: number; offset: number } | null>(null);
  const addPicture = async (file: File) => {
    setPictureFailed(null);
    setTaking(true);
    try {
      const picture = { ...(await shrinkPicture(file)), id: newId(), hash: null, alt: '', caption: '', credit: '' };
      change({ parts: insertPicture(now().parts, cursor.current, picture) });
      setTimeout(() => document.getElementById(`alt-${picture.id}`)?.focus(), 50);
    } catch {
      // An iPhone opens its own photographs; they come here from one by way of another telephone.
      setPictureFailed(/hei[cf]/i.test(`${file.type} ${file.name}`) ? 'picture.heic' : 'picture.failed');
    }
    setTaking(false);
  };
  return (
    <>
      <GrowingText
        id="title"
        class="headline"
        label={say('write.headline')}
        value={draft.title}
        invalid={asked && draft.title.trim() === ''}
        oneLine
        change={(title) => change({ title })}
      />
      {hasDeck && (
        <GrowingText
          id="deck"
          class="words"
          label={say('write.deck')}
          value={draft.deck}
          change={(deck) => change({ deck })}
          oneLine
        />
      )}
      {draft.parts.map((part, at) =>
        part.kind === 'words' ? (
          <GrowingText
            key={`words-${at}`}
            id={`words-${at}`}
            class="words"
            label={say(at === 0 ? 'write.words' : 'write.words.more')}
            value={part.words}
            rows={draft.parts.length === 1 ? 9 : 2}
            change={(words) => change({ parts: withWords(draft.parts, at, words) })}
            at={(offset) => (cursor.current = { part: at, offset })}
          />
        ) : part.kind === 'fixed' ? (
          <FixedBlock key={`fixed-${at}`} block={part.block} />
        ) : (
          <PictureCard
            key={part.picture.id}
            picture={part.picture}
            invalid={asked && part.picture.alt.trim() === ''}
            change={(picture) => change({ parts: withPicture(draft.parts, picture) })}
            remove={() => change({ parts: removePicture(draft.parts, part.picture.id) })}
          />
        ),
      )}
      {pictureFailed !== null && (
        <p class="note hot" role="alert">
          {say(pictureFailed)}
        </p>
      )}
      {taking ? (
        <p class="meta" role="status">
          {say('picture.taking')}
        </p>
      ) : (
        <label class="btn wide file">
          {say('picture.add')}
          <input type="file" accept="image/*" onChange={(event) => void takeFile(event.currentTarget, addPicture)} />
        </label>
      )}
    </>
  );
}

async function takeFile(input: HTMLInputElement, take: (file: File) => Promise<void>): Promise<void> {
  const file = input.files?.[0];
  input.value = '';
  if (file) await take(file);
}
