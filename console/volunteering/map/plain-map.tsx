import type { DispatchPlanView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import { drawingOf } from './map-drawing.ts';
import type { Spot } from './map-drawing.ts';
import type { PlanPicture, VisitSpot } from '../plans/plan-spots.ts';
import './map.css';

/** A plan drawn from the county's own list of places, with the names of those next below. */
export function PlainMap({
  landmarks,
  picture: { spots, homes, person, chosenId, onChoose },
}: {
  landmarks: DispatchPlanView['map']['landmarks'];
  picture: PlanPicture;
}) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const drawing = drawingOf([...spots.map((one) => one.at), ...homes.map((home) => home.at)], landmarks);
  if (!drawing) return null;
  const { x, y, length } = drawing;
  return (
    <div className="plan-map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={words.map.title}>
        {person?.withinKm && (
          <circle className="reach" cx={x(person.at)} cy={y(person.at)} r={length(person.withinKm)} />
        )}
        {drawing.landmarks.map((place) => (
          <text key={place.id} className="landmark" x={x(place.at)} y={y(place.at) + 22}>
            {inWords(place.name, language)}
          </text>
        ))}
        {spots.flatMap((one) =>
          homes
            .filter((home) => one.goers.has(home.personId))
            .map((home) => (
              <line
                key={`${one.placeId} ${home.personId}`}
                className={!person || person === home ? 'way' : 'way faint'}
                x1={x(home.at)}
                y1={y(home.at)}
                x2={x(one.at)}
                y2={y(one.at)}
              />
            )),
        )}
        {homes.map((home) => (
          <rect
            key={home.personId}
            className={person === home ? 'home chosen' : 'home'}
            x={x(home.at) - 4}
            y={y(home.at) - 4}
            width={8}
            height={8}
          >
            <title>{home.name}</title>
          </rect>
        ))}
        {spots.map((one) => (
          <PlainSpot
            key={one.placeId}
            spot={one}
            at={[x(one.at), y(one.at)]}
            isChosen={one.placeId === chosenId}
            onChoose={() => onChoose(one.placeId)}
          />
        ))}
        <g className="scale">
          <line x1={16} y1={drawing.height - 16} x2={16 + length(drawing.scaleKm)} y2={drawing.height - 16} />
          <text x={16} y={drawing.height - 22}>
            {words.map.km(drawing.scaleKm)}
          </text>
        </g>
      </svg>
    </div>
  );
}

/** The visits of one place: how many, and whether one of them has nobody. */
function PlainSpot({
  spot,
  at: [cx, cy],
  isChosen,
  onChoose,
}: {
  spot: VisitSpot;
  at: Spot;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords(planTexts);
  const { longName } = usePlaces();
  return (
    <g
      className={['spot', spot.left > 0 ? 'left' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={words.map.spot(longName(spot.placeId), spot.items.length, spot.left)}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <circle cx={cx} cy={cy} r={11} />
      <text x={cx} y={cy}>
        {spot.items.length}
      </text>
    </g>
  );
}
