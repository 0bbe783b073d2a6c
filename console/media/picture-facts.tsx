import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { mediaTexts } from './media-texts.ts';
import { SaidFacts } from './said-facts.tsx';

/** What the library says of a picture. `brief`: what no form beside it says. */
export function PictureFacts({ picture, brief }: { picture: PictureView; brief: boolean }) {
  const { pictures } = useWords(mediaTexts);
  const { longName } = usePlaces();
  const times = useTimes();
  const said: readonly (readonly [string, string])[] = [
    [pictures.name, picture.title],
    [pictures.alt, picture.alt || pictures.noAlt],
    [pictures.caption, picture.caption],
    [pictures.credit, picture.credit],
    [pictures.keywords, picture.keywords.join(' · ')],
    [pictures.place, picture.placeId ? longName(picture.placeId) : ''],
    [pictures.taken, picture.takenOn ?? ''],
    [pictures.holder, picture.rightsHolder],
    [pictures.licence, picture.licence],
    [pictures.source, picture.source],
    [pictures.until, picture.rightsUntil ?? ''],
    [pictures.machine, picture.machine ? pictures.machines[picture.machine] : ''],
  ];
  const facts: readonly (readonly [string, string])[] = [
    ...(brief ? [] : said),
    [pictures.stored, times.at(picture.madeAt)],
    [pictures.size, `${picture.width} × ${picture.height}`],
    [pictures.copyHash, picture.hash.slice(0, 12)],
  ];
  return <SaidFacts facts={facts} />;
}
