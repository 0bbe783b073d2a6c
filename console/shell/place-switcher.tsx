import { Input, Popover } from 'antd';
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
  const words = useWords(kitTexts);
  const language = useLanguage();
  const me = useMe();
  const here = usePlaceHere();
  const places = usePlaces();
  const [open, setOpen] = useState(false);
  const name = (id: string) =>
    inWords(places.byId(id)?.name ?? me.places.find((place) => place.id === id)?.name, language);
  const choose = (id: string | null): void => {
    setPlaceHere(id);
    setOpen(false);
  };
  const ways: readonly (string | null)[] = [null, ...me.places.slice(0, 8).map((place) => place.id)];
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="place-choice" role="group" aria-label={words.place}>
          <Suspense fallback={<Input disabled placeholder={words.findPlace} />}>
            <PlacePicker
              allowClear
              placeholder={words.findPlace}
              {...(here === null ? {} : { value: here })}
              onChange={(id: string | undefined) => choose(id ?? null)}
            />
          </Suspense>
          {ways.map((id) => (
            <button
              key={id ?? ''}
              type="button"
              className="plain"
              aria-pressed={here === id}
              onClick={() => choose(id)}
            >
              {id === null ? words.everywhere : name(id)}
            </button>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="plain place"
        data-here={here !== null}
        aria-label={`${words.place}: ${here ? name(here) : words.everywhere}`}
        aria-expanded={open}
      >
        <PlaceIcon size={18} />
        <span>{here ? name(here) : words.everywhere}</span>
        <span className="only-wide">
          <DownIcon size={14} />
        </span>
      </button>
    </Popover>
  );
}
