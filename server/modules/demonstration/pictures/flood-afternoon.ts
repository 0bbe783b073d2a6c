import { cloud, colour, darker, ground, hills, line, picture, rain, rect, ripples, times } from './kit/index.ts';

/** The gauge in the brown river under rain clouds. */
export function floodAfternoon(): string {
  return picture(
    '#a9b4b6',
    cloud(230, 150, 1.5, '#7c888c'),
    cloud(930, 130, 1.8, '#6d797e'),
    cloud(600, 90, 1.3, '#8b969a'),
    hills(340, 30, '#82978a', 23),
    rain(80, '#dfe6e6', 8, 400),
    ground([-60, 400, 300, 388, 600, 402, 900, 386, 1260, 400], '#a07a4c'),
    rect(510, 70, 180, 560, colour.card, 6),
    times(10, (i) => {
      const y = 90 + i * 52;
      const tone = i < 3 ? colour.persimmon : colour.river;
      return rect(i % 2 === 0 ? 510 : 600, y, 90, 52, tone) + rect(i % 2 === 0 ? 600 : 510, y + 22, 56, 9, tone);
    }),
    rect(480, 238, 240, 16, colour.straw, 6),
    ground([-60, 500, 200, 480, 420, 500, 520, 486, 700, 500, 900, 478, 1260, 500], '#8f693d'),
    ground([-60, 590, 260, 570, 600, 596, 900, 572, 1260, 590], '#7a5731'),
    ripples(24, 430, 650, '#c19b69', 17),
    line([120, 560, 330, 520], darker('#7a5731', 0.3), 24),
    line([220, 540, 260, 490], darker('#7a5731', 0.3), 12),
    line([860, 620, 1010, 604], darker('#7a5731', 0.3), 20),
  );
}
