import type { PictureView } from '@xiangyin/server/contract';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';

/** What must be known before a picture or a material is chosen: that its rights end or have ended, that a machine made it, that somebody in it is not known to agree. Nothing where all is well. */
export function SaidTags({ said }: { said: Pick<PictureView, 'rights' | 'rightsUntil' | 'machine' | 'consent'> }) {
  const { pictures } = useWords(mediaTexts);
  const until = said.rightsUntil ?? '';
  const asks = said.consent !== null && said.consent !== 'held' ? said.consent : null;
  if (asks === null && said.machine === null && said.rights !== 'ended' && said.rights !== 'ending') return null;
  return (
    <span className="picture-tags">
      {said.rights === 'ended' && <Tag tone="hot">{pictures.endedOn(until)}</Tag>}
      {said.rights === 'ending' && <Tag tone="due">{pictures.endsOn(until)}</Tag>}
      {asks && <Tag tone={asks === 'revoked' ? 'hot' : 'due'}>{pictures.consents[asks]}</Tag>}
      {said.machine && <Tag tone="info">{pictures.machines[said.machine]}</Tag>}
    </span>
  );
}
