import { chance, colour, disc, leafShape, line, oval, path, picture, place, rect, times } from './kit/index.ts';

/** A school lunch tray from above: rice, tofu, greens, soup and an orange. */
export function schoolLunch(): string {
  const next = chance(9);
  return picture(
    '#e9b872',
    times(6, (i) => rect(0, 40 + i * 120, 1200, 6, '#dfa95d')),
    rect(120, 70, 880, 540, '#a8b4b4', 60),
    rect(132, 76, 856, 520, '#ccd6d5', 54),
    rect(170, 112, 380, 216, '#b4c0c0', 34),
    rect(590, 112, 360, 216, '#b4c0c0', 34),
    rect(170, 362, 270, 196, '#b4c0c0', 34),
    disc(620, 462, 112, '#b4c0c0'),
    rect(758, 362, 192, 196, '#b4c0c0', 34),
    path(
      'M200 250C200 150 300 130 360 136C440 130 520 160 522 240C520 310 440 312 360 312S200 310 200 250Z',
      colour.card,
    ),
    times(40, () => place(225 + next() * 270, 165 + next() * 120, oval(0, 0, 9, 4, '#e8e4d8'), { turn: next() * 180 })),
    times(
      6,
      (i) =>
        rect(620 + (i % 3) * 106, 140 + Math.floor(i / 3) * 90, 84, 70, '#f6e3b6', 10) +
        rect(620 + (i % 3) * 106, 140 + Math.floor(i / 3) * 90, 84, 16, '#d59b52', 8),
    ),
    times(14, () => disc(630 + next() * 280, 140 + next() * 160, 8, next() > 0.5 ? colour.leaf : colour.persimmon)),
    times(4, (i) =>
      place(
        214 + i * 58,
        460,
        oval(0, -44, 31, 46, i % 2 === 0 ? '#3f7d4c' : '#5a9452') +
          oval(0, 40, 17, 44, '#dfe8c4') +
          line([0, 30, 0, -70], '#dfe8c4', 7),
        { turn: i % 2 === 0 ? -8 : 9 },
      ),
    ),
    disc(620, 462, 98, '#d9a441'),
    disc(620, 462, 84, '#e8c266'),
    oval(590, 440, 34, 22, '#f9eec2', 20),
    oval(650, 490, 30, 19, '#f9eec2', -30),
    times(6, () => disc(570 + next() * 100, 420 + next() * 90, 7, colour.moss)),
    disc(854, 466, 82, colour.orange),
    disc(838, 448, 9, '#f0a765'),
    leafShape(856, 388, 56, -30, colour.pine, 0.3),
    line([1060, 80, 1046, 600], colour.woodDark, 16),
    line([1110, 80, 1100, 600], colour.woodDark, 16),
    line([1060, 80, 1057, 190], colour.persimmon, 16),
    line([1110, 80, 1108, 190], colour.persimmon, 16),
  );
}
