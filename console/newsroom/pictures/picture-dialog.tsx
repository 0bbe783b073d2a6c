import { Modal } from 'antd';
import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import './picture-card.css';

/** One picture as large as the window allows, with all that was said of it. */
export function PictureDialog({ picture, onClose }: { picture: PictureView; onClose: () => void }) {
  const { pictures } = useWords(newsroomTexts);
  const { longName } = usePlaces();
  const times = useTimes();
  const facts: readonly (readonly [string, string])[] = [
    [pictures.alt, picture.alt || pictures.noAlt],
    [pictures.caption, picture.caption],
    [pictures.credit, picture.credit],
    [pictures.place, picture.placeId ? longName(picture.placeId) : ''],
    [pictures.stored, times.at(picture.madeAt)],
    [pictures.size, `${picture.width} × ${picture.height}`],
  ];
  return (
    <Modal open onCancel={onClose} footer={null} title={pictures.words} width={720}>
      <img
        className="picture-whole"
        src={picture.src}
        {...(picture.srcset ? { srcSet: picture.srcset, sizes: '(max-width: 720px) 100vw, 680px' } : {})}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
      />
      <dl className="facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
    </Modal>
  );
}
