import { chair, colour, darker, disc, line, person, picture, place, poly, rect } from './kit/index.ts';

/** A nurse vaccinates an old man who has rolled up his sleeve. */
export function fluVaccine(): string {
  const syringe =
    rect(-50, -11, 86, 22, colour.sky, 4) +
    rect(-20, -11, 56, 22, colour.stream, 4) +
    line([36, 0, 78, 0], colour.slate, 4) +
    line([-50, 0, -86, 0], colour.slate, 8) +
    line([-88, -16, -88, 16], colour.slate, 8);
  return picture(
    '#d4e6de',
    rect(0, 570, 1200, 105, '#b7cfc4'),
    rect(820, 90, 300, 220, colour.card, 10),
    rect(944, 130, 52, 140, colour.pine, 6),
    rect(900, 174, 140, 52, colour.pine, 6),
    rect(60, 420, 200, 20, colour.wood, 4),
    rect(80, 440, 16, 150, colour.woodDark),
    rect(224, 440, 16, 150, colour.woodDark),
    rect(96, 350, 56, 70, colour.card, 8),
    rect(104, 330, 40, 24, colour.persimmon, 5),
    rect(176, 376, 66, 44, colour.water, 8),
    chair(400, 452, 130, colour.wood),
    person({
      x: 400,
      y: 600,
      size: 2.15,
      hip: 66,
      top: colour.river,
      bottom: colour.inkSoft,
      style: 'bald',
      hair: colour.hairWhite,
      skin: colour.skinWarm,
      hands: [
        [512, 452],
        [500, 470],
      ],
      feet: [
        [520, 600],
        [494, 600],
      ],
      lean: 2,
    }),
    line([392, 352, 430, 414], colour.skinWarm, 32),
    line([430, 414, 500, 466], colour.skinWarm, 28),
    line([386, 338, 390, 348], darker(colour.river, 0.25), 42),
    person({
      x: 730,
      y: 620,
      size: 2.2,
      flip: true,
      lean: 14,
      top: colour.card,
      bottom: colour.water,
      style: 'bun',
      hat: 'nurse',
      hatColour: colour.card,
      hands: [
        [560, 340],
        [492, 344],
      ],
      shoes: colour.slate,
    }),
    poly([660, 430, 772, 410, 790, 520, 672, 520], colour.card, 12),
    place(474, 350, syringe, { turn: 168, scale: 0.95 }),
    disc(500, 342, 17, colour.skin),
  );
}
