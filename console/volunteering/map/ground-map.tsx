import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { MapGround } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import type { Ground, GroundDrawing, GroundWords } from './draw-ground.ts';
import { mapTexts } from './map-texts.ts';
import { boxOf, coveredNames, positionOf, ringAround } from './on-ground.ts';
import type { MapPicture, MapSpot } from './picture.ts';
import './map.css';

/** Why there is no ground: the browser cannot draw it, or no tile came. */
export type GroundFault = 'browser' | 'tiles';

/** Places over the county's ground, those that there are when it is opened. */
export function GroundMap({
  ground,
  landmarks,
  picture,
  onFail,
}: {
  ground: Ground;
  landmarks: MapGround['landmarks'];
  picture: MapPicture;
  onFail: (fault: GroundFault) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<GroundDrawing>(null);
  const [stands, setStands] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  const said = useGroundWords(picture.title);
  const language = useLanguage();
  const names = coveredNames(landmarks, picture.spots).map(({ name, at }) => ({ name: inWords(name, language), at }));
  const latest = useRef({ ground, picture, said, names, onFail });
  useEffect(() => {
    const element = frame.current;
    const { ground: shown, picture: first, said: own, names: shownNames } = latest.current;
    const { origin } = shown;
    if (!element || !origin) return;
    let gone = false;
    const open = async (): Promise<void> => {
      const { drawGround } = await import('./draw-ground.ts');
      if (gone) return;
      const opened = drawGround(element, {
        ground: shown,
        box: boxOf([...first.spots, ...first.homes].map((one) => positionOf(origin, one.at))),
        words: own,
        onNoTiles: () => latest.current.onFail('tiles'),
      });
      drawing.current = opened;
      opened.lay(laidOf(shown, latest.current.picture));
      const standing = first.spots.map((spot) => {
        const stand = document.createElement('div');
        opened.stand(stand, positionOf(origin, spot.at));
        return [spot.placeId, stand] as const;
      });
      // After the circles, so that they lie above them.
      for (const { name, at } of shownNames) opened.name(name, positionOf(origin, at));
      setStands(new Map(standing));
    };
    open().catch(() => latest.current.onFail('browser'));
    return () => {
      gone = true;
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    latest.current = { ground, picture, said, names, onFail };
    drawing.current?.lay(laidOf(ground, picture));
  });
  return (
    <div className="ground-map">
      <div ref={frame} className="ground" />
      {picture.spots.map((spot) => {
        const stand = stands.get(spot.placeId);
        return stand && createPortal(<GroundSpot spot={spot} picture={picture} />, stand, spot.placeId);
      })}
      <p className="meta">{ground.attribution}</p>
    </div>
  );
}

function GroundSpot({ spot, picture }: { spot: MapSpot; picture: MapPicture }) {
  const isChosen = spot.placeId === picture.chosenId;
  return (
    <button
      type="button"
      className={['ground-spot', spot.presses ? 'presses' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' ')}
      aria-pressed={isChosen}
      aria-label={spot.label}
      onClick={() => picture.onChoose(spot.placeId)}
    >
      {spot.count}
    </button>
  );
}

function laidOf({ origin }: Ground, { spots, homes, person }: MapPicture) {
  if (!origin) return { reach: [], ways: [], homes: [] };
  return {
    reach: person?.withinKm ? ringAround(origin, person.at, person.withinKm) : [],
    ways: spots.flatMap((spot) =>
      homes
        .filter((home) => spot.goers.has(home.personId))
        .map((home) => ({
          from: positionOf(origin, home.at),
          to: positionOf(origin, spot.at),
          faint: person !== undefined && person !== home,
        })),
    ),
    homes: homes.map((home) => ({ at: positionOf(origin, home.at), chosen: home === person })),
  };
}

// The library's keys.
function useGroundWords(title: string): GroundWords {
  const words = useWords(mapTexts);
  return {
    'Map.Title': words.groundTitle(title),
    'NavigationControl.ZoomIn': words.nearer,
    'NavigationControl.ZoomOut': words.farther,
    'ScaleControl.Meters': words.metres,
    'ScaleControl.Kilometers': words.kilometres,
    'CooperativeGesturesHandler.WindowsHelpText': words.withControl,
    'CooperativeGesturesHandler.MacHelpText': words.withCommand,
    'CooperativeGesturesHandler.MobileHelpText': words.withTwoFingers,
  };
}
