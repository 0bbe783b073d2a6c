import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../../kit/texts.ts';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import type { Ground, GroundDrawing, GroundWords } from './draw-ground.ts';
import { boxOf, positionOf, ringAround } from './on-ground.ts';
import type { PlanPicture, VisitSpot } from '../plans/plan-spots.ts';
import './map.css';

/** A plan over the county's ground, at the places that it has when it is opened. `onFail`: the browser cannot draw it. */
export function GroundMap({ ground, picture, onFail }: { ground: Ground; picture: PlanPicture; onFail: () => void }) {
  const words = useWords(planTexts);
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<GroundDrawing>(null);
  const [stands, setStands] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  const [tilesCome, setTilesCome] = useState(true);
  const said = useGroundWords();
  const latest = useRef({ ground, picture, said, onFail });
  useEffect(() => {
    const element = frame.current;
    const { ground: shown, picture: first, said: own } = latest.current;
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
        onTiles: setTilesCome,
      });
      drawing.current = opened;
      opened.lay(laidOf(shown, latest.current.picture));
      const standing = first.spots.map((spot) => {
        const stand = document.createElement('div');
        opened.stand(stand, positionOf(origin, spot.at));
        return [spot.placeId, stand] as const;
      });
      setStands(new Map(standing));
    };
    open().catch(() => latest.current.onFail());
    return () => {
      gone = true;
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    latest.current = { ground, picture, said, onFail };
    drawing.current?.lay(laidOf(ground, picture));
  });
  return (
    <div className="ground-map">
      <div ref={frame} className="ground" />
      {picture.spots.map((spot) => {
        const stand = stands.get(spot.placeId);
        return stand && createPortal(<GroundSpot spot={spot} picture={picture} />, stand, spot.placeId);
      })}
      <p className="meta">
        {ground.attribution}
        {!tilesCome && <span role="status">{words.map.noTiles}</span>}
      </p>
    </div>
  );
}

function GroundSpot({ spot, picture }: { spot: VisitSpot; picture: PlanPicture }) {
  const words = useWords(planTexts);
  const { longName } = usePlaces();
  const isChosen = spot.placeId === picture.chosenId;
  return (
    <button
      type="button"
      className={['ground-spot', spot.left > 0 ? 'left' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' ')}
      aria-pressed={isChosen}
      aria-label={words.map.spot(longName(spot.placeId), spot.items.length, spot.left)}
      onClick={() => picture.onChoose(spot.placeId)}
    >
      {spot.items.length}
    </button>
  );
}

function laidOf({ origin }: Ground, { spots, homes, person }: PlanPicture) {
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
function useGroundWords(): GroundWords {
  const { map } = useWords(planTexts);
  return {
    'Map.Title': map.groundTitle,
    'NavigationControl.ZoomIn': map.nearer,
    'NavigationControl.ZoomOut': map.farther,
    'ScaleControl.Meters': map.metres,
    'ScaleControl.Kilometers': map.kilometres,
    'CooperativeGesturesHandler.WindowsHelpText': map.withControl,
    'CooperativeGesturesHandler.MacHelpText': map.withCommand,
    'CooperativeGesturesHandler.MobileHelpText': map.withTwoFingers,
  };
}
