import type { PictureView } from '@xiangyin/server/contract';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';

/** What must be known before a picture is chosen: that its rights end or have ended, that a machine made it, that somebody in it is not known to agree. Nothing where all is well. */
export function PictureTags({ picture }: { picture: PictureView }) {
  const { pictures } = useWords(mediaTexts);
  const until = picture.rightsUntil ?? '';
  const asks = picture.consent !== null && picture.consent !== 'held' ? picture.consent : null;
  if (asks === null && picture.machine === null && picture.rights !== 'ended' && picture.rights !== 'ending')
    return null;
  return (
    <span className="picture-tags">
      {picture.rights === 'ended' && <Tag tone="hot">{pictures.endedOn(until)}</Tag>}
      {picture.rights === 'ending' && <Tag tone="due">{pictures.endsOn(until)}</Tag>}
      {asks && <Tag tone={asks === 'revoked' ? 'hot' : 'due'}>{pictures.consents[asks]}</Tag>}
      {picture.machine && <Tag tone="info">{pictures.machines[picture.machine]}</Tag>}
    </span>
  );
}
