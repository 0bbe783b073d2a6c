import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import './picture-card.css';

/** A stored picture with its words. */
export function PictureCard({ picture }: { picture: PictureView }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <figure className="picture-card">
      <img src={picture.card} alt={picture.alt} loading="lazy" width={480} height={360} />
      <figcaption className="meta">{picture.caption || picture.alt || pictures.noAlt}</figcaption>
    </figure>
  );
}
