import type { AttachmentListView, AttachmentView, MaterialView } from '@xiangyin/server/contract';
import { say, type TextKey } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { AttachmentLine } from './draft-attachments.tsx';

/** What came along with a story: how far it has come, or to watch, to hear or to take home; fetched only when somebody asks for it. `put`: puts one into the text that is being written. */
export function SentAttachments({ storyId, put }: { storyId: string; put?: (material: MaterialView) => void }) {
  const attachments =
    useAnswer<AttachmentListView>(`/stories/${storyId}/attachments`, { everySeconds: 15 }).value?.items ?? [];
  if (attachments.length === 0) return null;
  return (
    <Part title={say('attachment.title')}>
      <div class="voices">
        {attachments.map((attachment) => (
          <SentAttachment key={attachment.id} attachment={attachment} put={put} />
        ))}
      </div>
    </Part>
  );
}

function SentAttachment({
  attachment,
  put,
}: {
  attachment: AttachmentView;
  put: ((material: MaterialView) => void) | undefined;
}) {
  const { material } = attachment;
  return (
    <div class="voice-card">
      <AttachmentLine attachment={{ ...attachment, kind: material?.kind ?? null }} by={attachment.sentBy.name} />
      {material?.state === 'ready' ? <Ready material={material} /> : <Standing attachment={attachment} />}
      {material?.state === 'ready' && put && (
        <button type="button" class="btn wide" onClick={() => put(material)}>
          {say('attachment.put')}
        </button>
      )}
    </div>
  );
}

function Ready({ material }: { material: MaterialView }) {
  if (material.kind === 'document')
    return (
      <a class="btn wide" href={material.href ?? ''} download>
        {say('attachment.open')}
      </a>
    );
  return <Recording material={material} />;
}

function Recording({ material }: { material: MaterialView }) {
  // A telephone at the edge of a village: the smaller one.
  const path = ['480p', '1080p', 'audio'].flatMap(
    (part) => material.files.find((file) => file.part === part)?.path ?? [],
  )[0];
  if (material.kind === 'audio')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    return <audio controls preload="none" src={path} aria-label={material.title} />;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    <video
      class="film"
      controls
      playsInline
      preload="none"
      src={path}
      aria-label={material.title}
      width={material.width ?? 640}
      height={material.height ?? 360}
      {...(material.poster ? { poster: material.poster } : {})}
    />
  );
}

const stateWords = {
  waiting: 'attachment.state.waiting',
  converting: 'attachment.state.converting',
  failed: 'attachment.state.failed',
  stopped: 'attachment.state.stopped',
} as const satisfies Readonly<Record<string, TextKey>>;

function Standing({ attachment }: { attachment: AttachmentView }) {
  const { state, material, refusal, arrived, bytes } = attachment;
  if (state === 'refused') return <p class="note due">{refusal}</p>;
  if (!material)
    return (
      <>
        <p role="status">
          {arrived === 0
            ? say('attachment.not-begun')
            : say('attachment.coming', { percent: Math.floor((arrived / bytes) * 100) })}
        </p>
        <progress class="wide" value={arrived} max={bytes} aria-label={say('attachment.title')} />
      </>
    );
  if (material.state === 'ready') return null;
  return (
    <p role="status">
      {say(stateWords[material.state], { percent: material.progress })} {material.problem?.title ?? ''}
    </p>
  );
}
