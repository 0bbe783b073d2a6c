import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { AlikeView, PictureView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { ConsentsPart } from './consent/consents-part.tsx';
import { mediaTexts } from './media-texts.ts';
import { PictureCard } from './picture-card.tsx';
import { PictureFacts } from './picture-facts.tsx';
import { PictureForm } from './picture-form.tsx';
import { PictureProvenance } from './picture-provenance.tsx';
import { RemoveItem } from './remove-item.tsx';
import { SaidTags } from './said-tags.tsx';
import { UsesPart } from './uses-part.tsx';
import './picture-card.css';
import '../kit/list/list.css';

/** One picture with all that the library says of it, and where it is used; whoever may changes it here. */
export function PicturePage() {
  const { pictures } = useWords(mediaTexts);
  const { hash = '' } = useParams();
  const picture = useQuery({
    queryKey: ['pictures', hash],
    queryFn: ({ signal }) => read<PictureView>(`/pictures/${hash}`, {}, { signal }),
  });
  const one = picture.data;
  return (
    <Page
      title={one?.title || one?.caption || one?.alt || pictures.words}
      crumb={{ to: '/pictures', text: pictures.title }}
      meta={one && <SaidTags said={one} />}
      actions={
        one && (
          <>
            <Button href={`/api/v1/pictures/${one.hash}/file`} download>
              {pictures.download}
            </Button>
            <RemoveItem of="picture" path={`/pictures/${one.hash}`} abilities={one.abilities} />
          </>
        )
      }
    >
      <Loaded query={picture}>{(shown) => <Shown picture={shown} />}</Loaded>
    </Page>
  );
}

function Shown({ picture }: { picture: PictureView }) {
  const mayChange = picture.abilities.includes('picture.change');
  return (
    <div className="split">
      {mayChange ? (
        <PictureForm picture={picture} />
      ) : (
        <div className="stack">
          <img
            className="picture-whole"
            src={picture.src}
            {...(picture.srcset ? { srcSet: picture.srcset, sizes: '(max-width: 720px) 100vw, 680px' } : {})}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
          />
        </div>
      )}
      <div className="stack">
        <UsesPart path={`/pictures/${picture.hash}`} />
        {mayChange && <ConsentsPart of="picture" path={`/pictures/${picture.hash}`} />}
        <Alike hash={picture.hash} />
        <PictureProvenance hash={picture.hash} />
        <PictureFacts picture={picture} brief={mayChange} />
      </div>
    </div>
  );
}

// Nothing is shown where nothing looks like it.
function Alike({ hash }: { hash: string }) {
  const { pictures } = useWords(mediaTexts);
  const alike = useQuery({
    queryKey: ['pictures', hash, 'alike'],
    queryFn: ({ signal }) => read<AlikeView>(`/pictures/${hash}/alike`, {}, { signal }),
  });
  if (!alike.data || alike.data.items.length === 0) return null;
  return (
    <Part title={pictures.alike}>
      <ul className="list-cards">
        {alike.data.items.map((picture) => (
          <li key={picture.hash} className="picture-choice">
            <Link to={`/pictures/${picture.hash}`}>
              <PictureCard picture={picture} />
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
