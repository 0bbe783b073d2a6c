import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Link } from 'react-router';
import type { AttachmentListView, AttachmentView, MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Part } from '../../kit/page.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { lengthOf } from '../../media/material/length.ts';
import { MaterialState } from '../../media/material/material-state.tsx';
import { Player } from '../../media/material/player.tsx';
import { sizeOf } from '../../media/upload/size.ts';
import { attachmentTexts } from './attachment-texts.ts';

/** What came along with a story (a film, a sound, a document): how far it has come, and to watch, to hear or to take home; nothing where nothing was sent. `onPut`: puts one into the text that is being written. */
export function Attachments({
  storyId,
  onPut,
}: {
  storyId: string;
  onPut?: ((material: MaterialView) => void) | undefined;
}) {
  const words = useWords(attachmentTexts);
  const query = useQuery({
    queryKey: ['attachments', storyId],
    queryFn: ({ signal }) => read<AttachmentListView>(`/stories/${storyId}/attachments`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 5_000 : false),
  });
  if (query.error)
    return (
      <Part title={words.title}>
        <div role="alert" className="row apart">
          {words.failed}
          <Button size="small" onClick={() => void query.refetch()}>
            {words.again}
          </Button>
        </div>
      </Part>
    );
  const attachments = query.data?.items ?? [];
  if (attachments.length === 0) return null;
  return (
    <Part title={words.title}>
      <div className="stack">
        {attachments.map((attachment) => (
          <Attachment key={attachment.id} storyId={storyId} attachment={attachment} onPut={onPut} />
        ))}
      </div>
    </Part>
  );
}

// Somebody who looks sees it come and being converted.
const isUnderWay = ({ state, material }: AttachmentView): boolean =>
  state === 'coming' || material?.state === 'waiting' || material?.state === 'converting';

function Attachment({
  storyId,
  attachment,
  onPut,
}: {
  storyId: string;
  attachment: AttachmentView;
  onPut: ((material: MaterialView) => void) | undefined;
}) {
  const words = useWords(attachmentTexts);
  const times = useTimes();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const { run, busy } = useAct<null>();
  const { material } = attachment;
  const remove = async (): Promise<void> => {
    const consequence = words.removeSure(material !== null);
    if (!(await confirm({ title: words.remove, consequence, act: words.remove }))) return;
    await run('DELETE', `/stories/${storyId}/attachments/${attachment.id}`);
    await queries.invalidateQueries({ queryKey: ['attachments', storyId] });
  };
  return (
    <div>
      <div className="meta">
        {[
          ...(material && material.kind !== 'document' ? [] : [attachment.name]),
          attachment.sentBy.name,
          times.at(attachment.toldAt),
          ...(attachment.seconds === null ? [] : [lengthOf(attachment.seconds * 1_000)]),
          sizeOf(attachment.bytes),
        ].join(' · ')}
      </div>
      {attachment.state === 'coming' && <OnItsWay attachment={attachment} />}
      {attachment.state === 'refused' && (
        <p>
          <Tag tone="hot">{words.refused}</Tag> {attachment.refusal}
        </p>
      )}
      {material?.state === 'ready' && material.kind !== 'document' && <Player material={material} />}
      {material && material.state !== 'ready' && <MaterialState material={material} full />}
      <div className="row">
        {material?.state === 'ready' && onPut && (
          <Button size="small" title={words.putHint} onClick={() => onPut(material)}>
            {words.put}
          </Button>
        )}
        {material?.kind === 'document' && material.href && (
          <a href={material.href} download>
            {words.open}
          </a>
        )}
        {material && <Link to={`/materials/${material.id}`}>{words.library}</Link>}
        {attachment.mayRemove && (
          <Button size="small" type="text" loading={busy} onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

function OnItsWay({ attachment }: { attachment: AttachmentView }) {
  const words = useWords(attachmentTexts);
  const percent = Math.floor((attachment.arrived / attachment.bytes) * 100);
  return (
    <>
      <p role="status">{attachment.arrived === 0 ? words.notBegun : words.coming(percent)}</p>
      <Progress percent={percent} size="small" showInfo={false} aria-label={words.title} />
      <p className="meta">{words.comingHint}</p>
    </>
  );
}
