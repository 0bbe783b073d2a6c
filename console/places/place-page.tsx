import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PlaceView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage, useTag } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { usePublicPrefix } from '../kit/public-prefix.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { ChangePlaceDialog, EndPlaceDialog, MovePlaceDialog, NewPlaceDialog } from './place-dialogs.tsx';
import { placesTexts } from './places-texts.ts';

/** One place with its facts and what lies below. */
export function PlacePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['places', id],
    queryFn: ({ signal }) => read<PlaceView>(`/places/${id}`, {}, { signal }),
  });
  return <Loaded query={query}>{(place) => <PlaceFacts place={place} />}</Loaded>;
}

type Doing = 'add' | 'change' | 'move' | 'end';

function PlaceFacts({ place }: { place: PlaceView }) {
  const words = useWords(placesTexts);
  const language = useLanguage();
  const times = useTimes();
  const tag = useTag();
  const publicPrefix = usePublicPrefix();
  const [doing, setDoing] = useState<Doing | null>(null);
  const acts: readonly [Doing, string, string][] = [
    ['change', 'place.change', words.change],
    ['add', 'place.create', words.add],
    ['move', 'place.move', words.move],
    ['end', 'place.end', words.end],
  ];
  const close = () => setDoing(null);
  const parent = place.path[place.path.length - 1];
  return (
    <Page
      title={inWords(place.name, language)}
      crumb={
        parent
          ? { to: `/places/${parent.id}`, text: inWords(parent.name, language) }
          : { to: '/places', text: words.title }
      }
      meta={
        <>
          {place.levelName} {place.validTo && <Tag tone="due">{words.ended(times.day(place.validTo))}</Tag>}
        </>
      }
      actions={acts
        .filter(([, ability]) => place.abilities.includes(ability))
        .map(([act, , text]) => (
          <Button key={act} onClick={() => setDoing(act)}>
            {text}
          </Button>
        ))}
    >
      <Part
        title={words.facts}
        aside={<a href={`${publicPrefix}/places/${place.code ?? place.localCode ?? ''}`}>{words.publicPage}</a>}
      >
        <dl className="facts">
          {place.code && (
            <>
              <dt>{words.code}</dt>
              <dd className="num">{place.code}</dd>
            </>
          )}
          {place.localCode && (
            <>
              <dt>{words.localCode}</dt>
              <dd className="num">{place.localCode}</dd>
            </>
          )}
          <dt>{words.validFrom}</dt>
          <dd>{times.day(place.validFrom)}</dd>
          {place.population !== null && (
            <>
              <dt>{words.people}</dt>
              <dd>{place.population.toLocaleString(tag)}</dd>
            </>
          )}
        </dl>
      </Part>
      {place.children.length > 0 && (
        <Part title={words.below} aside={<span className="meta">{words.count(place.children.length)}</span>}>
          <div className="row" style={{ gap: '4px 20px' }}>
            {place.children.map((child) => (
              <Link key={child.id} to={`/places/${child.id}`} style={{ padding: '6px 0' }}>
                {inWords(child.name, language)}
              </Link>
            ))}
          </div>
        </Part>
      )}
      {doing === 'add' && <NewPlaceDialog parentId={place.id} onClose={close} />}
      {doing === 'change' && <ChangePlaceDialog place={place} onClose={close} />}
      {doing === 'move' && <MovePlaceDialog place={place} onClose={close} />}
      {doing === 'end' && <EndPlaceDialog place={place} onClose={close} />}
    </Page>
  );
}
