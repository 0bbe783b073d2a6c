import { useEffect, useState } from 'preact/hooks';
import { say, type TextKey } from '../kit/language.ts';
import { sizeOf } from '../../media/upload/size.ts';
import { dropAttachment, attachmentBytes } from '../outbox/attachment.ts';
import type { Draft, DraftAttachment } from './draft.ts';
import { takeAttachment } from './take-attachment.ts';
import { SaidLines } from './said-lines.tsx';
import { clockOfSeconds } from './voice-player.tsx';

const most = 5;
// A telephone that is asked for both at once offers no camera.
const offered = [
  { accept: 'video/*', words: 'attachment.add' },
  { accept: 'audio/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp', words: 'attachment.add.file' },
] as const satisfies readonly { accept: string; words: TextKey }[];

/** What goes with the text: filmed now or chosen on this phone, kept on its disk, sent after the words. */
export function DraftAttachments({
  draft,
  add,
  change,
  remove,
  taking,
  setTaking,
}: {
  draft: Draft;
  add: (attachment: DraftAttachment) => void;
  change: (attachment: DraftAttachment) => void;
  remove: (id: string) => void;
  /** Whether an attachment is being put on this phone's disk: until then the text stays here. */
  taking: boolean;
  setTaking: (taking: boolean) => void;
}) {
  const attachments = draft.attachments ?? [];
  const [failed, setFailed] = useState<TextKey | null>(null);
  const take = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    setFailed(null);
    setTaking(true);
    const taken = await takeAttachment(file, draft);
    input.value = '';
    setTaking(false);
    if (typeof taken === 'string') setFailed(taken);
    else add(taken);
  };
  const drop = async (id: string): Promise<void> => {
    remove(id);
    await dropAttachment(id).catch(() => undefined);
  };
  return (
    <section class="voices" aria-label={say('attachment.title')}>
      {attachments.map((attachment) => (
        <DraftAttachmentCard
          key={attachment.id}
          attachment={attachment}
          change={change}
          remove={() => void drop(attachment.id)}
        />
      ))}
      {failed !== null && (
        <p class="note hot" role="alert">
          {say(failed)}
        </p>
      )}
      {attachments.length < most &&
        (taking ? (
          <p class="meta" role="status">
            {say('attachment.taking')}
          </p>
        ) : (
          offered.map(({ accept, words }) => (
            <label key={words} class="btn wide file">
              {say(words)}
              <input type="file" accept={accept} onChange={(event) => void take(event.currentTarget)} />
            </label>
          ))
        ))}
      {attachments.length > 0 && <p class="meta">{say('attachment.hint')}</p>}
    </section>
  );
}

function DraftAttachmentCard({
  attachment,
  change,
  remove,
}: {
  attachment: DraftAttachment;
  change: (attachment: DraftAttachment) => void;
  remove: () => void;
}) {
  const { id, kind } = attachment;
  return (
    <div class="voice-card">
      <AttachmentLine attachment={attachment} />
      {kind !== 'document' && <Preview id={id} kind={kind} />}
      <SaidLines of={attachment} change={change} />
      <button type="button" class="plain" onClick={remove}>
        {say('attachment.remove')}
      </button>
    </div>
  );
}

/** What it is, its length or its name, its size. */
export function AttachmentLine({
  attachment: { kind, name, seconds, bytes },
  by,
}: {
  attachment: Pick<DraftAttachment, 'name' | 'seconds' | 'bytes'> & { readonly kind: DraftAttachment['kind'] | null };
  /** Who sent it, before the rest. */
  by?: string;
}) {
  const what = kind === null || kind === 'document' ? [name] : [say(kindWords[kind])];
  const length = seconds === null ? [] : [clockOfSeconds(seconds)];
  return <span class="meta">{[...(by ? [by] : []), ...what, ...length, sizeOf(bytes)].join(' · ')}</span>;
}

const kindWords = { video: 'attachment.video', audio: 'attachment.audio' } as const satisfies Record<string, TextKey>;

function Preview({ id, kind }: { id: string; kind: 'video' | 'audio' }) {
  const source = useBytes(id);
  if (source === null) return null;
  return kind === 'video' ? (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    <video class="film" controls playsInline preload="metadata" src={source} />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    <audio controls preload="metadata" src={source} />
  );
}

function useBytes(id: string): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let address: string | null = null;
    let left = false;
    const show = async (): Promise<void> => {
      const bytes = await attachmentBytes(id).catch(() => undefined);
      if (!bytes || left) return;
      address = URL.createObjectURL(bytes);
      setSource(address);
    };
    void show();
    return () => {
      left = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);
  return source;
}
