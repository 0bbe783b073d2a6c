import { useEffect, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import type { DraftPicture } from './draft.ts';
import { GrowingText } from './growing-text.tsx';
import { pictureSource } from './picture-source.ts';
import { SaidLines } from './said-lines.tsx';

/** A picture in a draft, with the words for those who do not see it. */
export function PictureCard({
  picture,
  invalid,
  change,
  remove,
}: {
  picture: DraftPicture;
  invalid: boolean;
  change: (picture: DraftPicture) => void;
  remove: () => void;
}) {
  const source = useSource(picture);
  return (
    <figure class="picture-card">
      {source && <img src={source} alt={picture.alt} width={picture.width} height={picture.height} />}
      <GrowingText
        id={`alt-${picture.id}`}
        class="alt"
        label={say('picture.alt')}
        value={picture.alt}
        invalid={invalid}
        oneLine
        change={(alt) => change({ ...picture, alt })}
      />
      <GrowingText
        id={`caption-${picture.id}`}
        class="alt"
        label={say('picture.caption')}
        value={picture.caption}
        oneLine
        change={(caption) => change({ ...picture, caption })}
      />
      <SaidLines of={picture} isSent={picture.hash !== null} change={change} />
      <button type="button" class="plain" onClick={remove}>
        {say('picture.remove')}
      </button>
    </figure>
  );
}

function useSource({ bytes, hash, width }: DraftPicture): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return setSource(hash ? pictureSource(hash, width) : null);
    const address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [bytes, hash, width]);
  return source;
}
