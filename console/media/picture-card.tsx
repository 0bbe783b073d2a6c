import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import { SaidTags } from './said-tags.tsx';
import './picture-card.css';

/** A stored picture with its words, and what must be known before it is chosen; without `tags` somebody else says that. */
export function PictureCard({ picture, tags = true }: { picture: PictureView; tags?: boolean }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <figure className="picture-card">
      <img src={picture.card} alt={picture.alt} loading="lazy" width={480} height={360} />
      <figcaption className="meta">{picture.title || picture.caption || picture.alt || pictures.noAlt}</figcaption>
      {tags && <SaidTags said={picture} />}
    </figure>
  );
}
