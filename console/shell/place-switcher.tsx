import { Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { setPlaceHere, usePlaceHere } from '../kit/here.ts';
import { DownIcon, PlaceIcon } from '../kit/icons.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { usePlaces } from '../places/use-places.ts';

// A seventh of the shell's scripts, for what is opened now and then: no page waits for it.
const PlacePicker = lazy(async () => ({ default: (await import('../places/place-picker.tsx')).PlacePicker }));

/** At which place the person works just now: lists keep to it and all below. The places of one's duties stand ready; any other is found by its name. */
export function PlaceSwitcher() {
  const language = useLanguage();
  const { everywhere } = useWords(kitTexts);
  const me = useMe();
  const here = usePlaceHere();
  if (here === null) return <Switcher here={here} name={everywhere} />;
  const own = me.places.find((place) => place.id === here);
  return own ? <Switcher here={here} name={inWords(own.name, language)} /> : <FarSwitcher here={here} />;
}

// No page waits for the names of all places unless one of them is wanted here.
function FarSwitcher({ here }: { here: string }) {
  const places = usePlaces();
  return <Switcher here={here} name={places.name(here)} />;
}

function Switcher({ here, name }: { here: string | null; name: string }) {
  const words = useWords(kitTexts);
  const language = useLanguage();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const choose = (id: string | null): void => {
    setPlaceHere(id);
    setOpen(false);
  };
  const ways = [
    { id: null, name: words.everywhere },
    ...me.places.slice(0, 8).map((place) => ({ id: place.id, name: inWords(place.name, language) })),
  ];
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="place-choice" role="group" aria-label={words.place}>
          <Suspense fallback={<span className="meta">{words.loading}</span>}>
            <PlacePicker
              allowClear
              placeholder={words.findPlace}
              {...(here === null ? {} : { value: here })}
              onChange={(id: string | undefined) => choose(id ?? null)}
            />
          </Suspense>
          {ways.map((way) => (
            <button
              key={way.id ?? ''}
              type="button"
              className="plain"
              aria-pressed={here === way.id}
              onClick={() => choose(way.id)}
            >
              {way.name}
            </button>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="plain place"
        data-here={here !== null}
        aria-label={`${words.place}: ${name}`}
        aria-expanded={open}
      >
        <PlaceIcon size={18} />
        <span>{name}</span>
        <span className="only-wide">
          <DownIcon size={14} />
        </span>
      </button>
    </Popover>
  );
}
