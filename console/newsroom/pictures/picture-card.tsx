import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import './picture-card.css';

/** A stored picture with its words. */
export function PictureCard({ picture }: { picture: PictureView }) {
  const { pictures } = useWords(newsroomTexts);
  return (
    <figure className="picture-card">
      <img
        src={picture.src}
        {...(picture.srcset ? { srcSet: picture.srcset, sizes: '220px' } : {})}
        alt={picture.alt}
        loading="lazy"
        width={picture.width}
        height={picture.height}
      />
      <figcaption className="meta">{picture.caption || picture.alt || pictures.noAlt}</figcaption>
    </figure>
  );
}
