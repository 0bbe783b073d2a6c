import { colour, darker, disc, line, path, picture, poly, rect, times, within } from './kit/index.ts';

/** Left luggage: one locker open, with a suitcase and a woven bag. */
export function stationLeftLuggage(): string {
  const bag = 'M602 560L586 420Q590 402 610 402H724Q744 402 748 420L732 560Z';
  const door = (x: number, y: number) =>
    rect(x + 8, y + 8, 254, 264, '#3e7d92', 10) +
    times(3, (i) => rect(x + 60, y + 40 + i * 18, 90, 7, '#2d6477', 3)) +
    disc(x + 226, y + 140, 18, colour.straw) +
    rect(x + 222, y + 136, 8, 24, '#7a5a10', 3);
  return picture(
    '#d5e4e2',
    rect(0, 612, 1200, 63, '#b9b3a0'),
    rect(0, 40, 1200, 572, '#2d6477'),
    times(4, (i) => door(55 + i * 272, 52)),
    door(55, 328),
    door(871, 328),
    rect(335, 336, 526, 264, '#173a46', 8),
    rect(335, 560, 526, 40, '#22505f'),
    poly([335, 336, 200, 300, 200, 640, 335, 600], '#5b9aae'),
    poly([320, 350, 216, 322, 216, 616, 320, 584], '#4a8a9e'),
    disc(232, 470, 14, colour.straw),
    rect(420, 372, 66, 40, colour.bark, 12),
    rect(432, 384, 42, 30, '#173a46', 8),
    rect(366, 402, 180, 160, colour.persimmon, 14),
    rect(396, 402, 14, 160, darker(colour.persimmon)),
    rect(502, 402, 14, 160, darker(colour.persimmon)),
    rect(366, 470, 180, 12, darker(colour.persimmon, 0.3)),
    rect(444, 462, 26, 30, colour.straw, 4),
    line([630, 408, 636, 362, 698, 362, 704, 408], colour.woodDark, 12),
    path(bag, colour.card),
    within(
      'bag',
      bag,
      times(9, (i) => rect(590 + i * 20, 400, 7, 170, colour.river)),
      times(9, (i) => rect(570, 408 + i * 19, 200, 7, colour.persimmon)),
    ),
    rect(778, 500, 60, 62, colour.straw, 6),
  );
}
