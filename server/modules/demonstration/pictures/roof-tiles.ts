import { colour, darker, line, path, person, picture, place, poly, rect, times, within } from './kit/index.ts';

/** Two people lay grey tiles on a sloping roof. */
export function roofTiles(): string {
  const slope = 'M-20 560L760 120L1230 386V470L760 214L-20 650Z';
  const tile = (x: number, y: number, tone: string, turn: number) =>
    place(x, y, path('M-34 -16Q0 -34 34 -16V34Q0 16 -34 34Z', tone), { turn });
  const roof = 'M-20 560L760 120L1000 675H-20Z';
  const rows = times(9, (r) =>
    times(18, (i) =>
      tile(760 - i * 60 + r * 30, 168 + i * 34 + r * 66, (i + r) % 2 === 0 ? colour.slate : '#66706d', -29),
    ),
  );
  return picture(
    colour.peach,
    rect(0, 330, 1200, 345, '#f5cfae'),
    path('M700 675V330H1200V675Z', colour.card),
    path(roof, colour.slateDark),
    within('roof', roof, rows),
    path(slope, darker(colour.slateDark, 0.4)),
    path('M760 120L1230 386V470L760 214Z', darker(colour.slateDark, 0.55)),
    poly([760, 106, 1230, 372, 1230, 396, 752, 136], colour.iron),
    path('M-20 640L768 192L748 150L-20 586Z', darker(colour.slate, 0.05)),
    times(13, (i) => tile(30 + i * 58, 590 - i * 33, i % 2 === 0 ? colour.slate : '#8a938f', -29)),
    person({
      x: 300,
      y: 440,
      size: 1.4,
      hip: 40,
      lean: 48,
      top: colour.river,
      bottom: colour.soil,
      hat: 'straw',
      feet: [
        [340, 404],
        [236, 462],
      ],
      hands: [
        [450, 340],
        [424, 352],
      ],
    }),
    person({
      x: 640,
      y: 250,
      size: 1.4,
      flip: true,
      hip: 40,
      lean: 40,
      top: colour.persimmon,
      bottom: colour.pineDeep,
      style: 'bun',
      feet: [
        [600, 268],
        [700, 220],
      ],
      hands: [
        [520, 296],
        [546, 300],
      ],
    }),
    tile(482, 318, colour.stone, -29),
    rect(940, 470, 70, 205, colour.woodDark, 4),
    times(7, (i) =>
      path(`M1040 ${650 - i * 26}q70 -26 140 0v20q-70 -26 -140 0Z`, i % 2 === 0 ? colour.slate : colour.slateDark),
    ),
    line([1020, 664, 1200, 664], colour.earth, 24, 'butt'),
  );
}
