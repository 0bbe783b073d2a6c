import type { MapGround } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { apart, drawingOf, namesBeside } from './map-drawing.ts';
import type { Spot } from './map-drawing.ts';
import { mapTexts } from './map-texts.ts';
import type { MapPicture, MapSpot } from './picture.ts';
import { useRoom } from './use-room.ts';
import './map.css';

const circleRadius = 13;

/** Places drawn from the county's own list of them, with the names of those next below; on a phone as wide as the phone. */
export function PlainMap({
  landmarks,
  picture: { title, spots, homes, person, chosenId, onChoose },
}: {
  landmarks: MapGround['landmarks'];
  picture: MapPicture;
}) {
  const words = useWords(mapTexts);
  const language = useLanguage();
  const [frame, room] = useRoom();
  const drawing = drawingOf([...spots.map((one) => one.at), ...homes.map((home) => home.at)], landmarks, room);
  if (!drawing) return null;
  const { x, y, length } = drawing;
  // In a town the villages lie closer than the circles are wide.
  const moved = apart(
    spots.map((one) => [x(one.at), y(one.at)]),
    2 * circleRadius,
  );
  // Above the circles, and beside them where there is room: a circle takes no name away.
  const names = drawing.landmarks.map((place) => ({ ...place, name: inWords(place.name, language) }));
  const written = namesBeside(
    names.map(({ at, name }) => ({ at: [x(at), y(at)], width: widthOf(name) })),
    moved,
    circleRadius,
    drawing.width,
  );
  const placed = spots.map((spot, at) => ({ spot, drawn: moved[at] ?? spot.at }));
  return (
    <div className="plain-map" ref={frame}>
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={title}>
        {person?.withinKm && (
          <circle className="reach" cx={x(person.at)} cy={y(person.at)} r={length(person.withinKm)} />
        )}
        {placed.flatMap(({ spot, drawn }) =>
          homes
            .filter((home) => spot.goers.has(home.personId))
            .map((home) => (
              <line
                key={`${spot.placeId} ${home.personId}`}
                className={!person || person === home ? 'way' : 'way faint'}
                x1={x(home.at)}
                y1={y(home.at)}
                x2={drawn[0]}
                y2={drawn[1]}
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
        {placed.map(({ spot: { placeId, at }, drawn: [x2, y2] }) => (
          <line key={placeId} className="from" x1={x(at)} y1={y(at)} x2={x2} y2={y2} />
        ))}
        {placed.map(({ spot, drawn }) => (
          <PlainSpot
            key={spot.placeId}
            spot={spot}
            at={drawn}
            isChosen={spot.placeId === chosenId}
            onChoose={() => onChoose(spot.placeId)}
          />
        ))}
        {names.map(({ id, name }, at) => (
          <text key={id} className="landmark" x={written[at]?.[0]} y={written[at]?.[1]}>
            {name}
          </text>
        ))}
        <g className="scale">
          <line x1={16} y1={drawing.height - 16} x2={16 + length(drawing.scaleKm)} y2={drawing.height - 16} />
          <text x={16} y={drawing.height - 28}>
            {words.km(drawing.scaleKm)}
          </text>
        </g>
      </svg>
    </div>
  );
}

// At 13 pixels a Chinese character is as wide as it is high, a letter little more than half of it.
const widthOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e_7f ? 13 : 7.5), 0);

/** One place with its number. */
function PlainSpot({
  spot,
  at: [cx, cy],
  isChosen,
  onChoose,
}: {
  spot: MapSpot;
  at: Spot;
  isChosen: boolean;
  onChoose: () => void;
}) {
  return (
    <g
      className={['spot', spot.presses ? 'presses' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={spot.label}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <circle cx={cx} cy={cy} r={11} />
      <text x={cx} y={cy}>
        {spot.count}
      </text>
    </g>
  );
}
