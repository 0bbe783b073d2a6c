import { Dropdown } from 'antd';
import { setPlaceHere, usePlaceHere } from '../kit/here.ts';
import { DownIcon, PlaceIcon } from '../kit/icons.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { usePlaces } from '../places/use-places.ts';

/** At which place the person works just now: lists keep to it and all below. */
export function PlaceSwitcher() {
  const words = useWords(kitTexts);
  const language = useLanguage();
  const me = useMe();
  const here = usePlaceHere();
  const places = usePlaces();
  const name = (id: string) =>
    inWords(places.byId(id)?.name ?? me.places.find((place) => place.id === id)?.name, language);
  const entry = (id: string) => ({ key: id, label: name(id), onClick: () => setPlaceHere(id) });
  // The places of one's grants, each with the level below it; deeper ones are chosen in the lists themselves.
  const items = me.places.flatMap((place) => [
    entry(place.id),
    ...places
      .childrenOf(place.id)
      .slice(0, 30)
      .map((child) => ({ ...entry(child.id), label: `　${name(child.id)}` })),
  ]);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [here ?? ''],
        style: { maxHeight: '70vh', overflowY: 'auto' },
        items: [{ key: '', label: words.everywhere, onClick: () => setPlaceHere(null) }, ...items],
      }}
    >
      <button
        type="button"
        className="plain place"
        data-here={here !== null}
        aria-label={`${words.place}: ${here ? name(here) : words.everywhere}`}
      >
        <PlaceIcon size={18} />
        <span>{here ? name(here) : words.everywhere}</span>
        <span className="only-wide">
          <DownIcon size={14} />
        </span>
      </button>
    </Dropdown>
  );
}
