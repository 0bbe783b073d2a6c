import { Button, Modal } from 'antd';
import type { PictureView, StoredPictureView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import { PictureCard } from './picture-card.tsx';
import '../kit/list/list.css';
import './picture-grid.css';

/** Says that a picture just sent looks like others of the library, and lets one of them be taken instead, or opened. The new one is stored either way. */
export function AlikeDialog({
  stored,
  act,
  onTake,
  onKeep,
}: {
  stored: StoredPictureView;
  act: string;
  onTake: (picture: PictureView) => void;
  onKeep: () => void;
}) {
  const { pictures } = useWords(mediaTexts);
  return (
    <Modal open onCancel={onKeep} footer={null} title={pictures.looksLike} width={640}>
      <p className="meta" style={{ marginBottom: 16 }}>
        {pictures.looksLikeHint}
      </p>
      <ul className="list-cards picture-grid">
        <li>
          <PictureCard picture={stored} />
          <Button size="small" type="primary" onClick={onKeep}>
            {pictures.keepNew}
          </Button>
        </li>
        {stored.alike.map((picture) => (
          <li key={picture.hash}>
            <PictureCard picture={picture} />
            <Button size="small" onClick={() => onTake(picture)}>
              {act}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
