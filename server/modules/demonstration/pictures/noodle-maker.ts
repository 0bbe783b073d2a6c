import { bird, colour, hills, line, person, picture, rect, sun, times } from './kit/index.ts';

/** Long noodles are drawn on tall racks in the sun. */
export function noodleMaker(): string {
  const rack = (x: number, wide: number, top: number, low: number) =>
    line([x, top - 20, x, 640], colour.wood, 18) +
    line([x + wide, top - 20, x + wide, 640], colour.wood, 18) +
    times(Math.floor(wide / 17) - 1, (i) =>
      line([x + 20 + i * 17, top, x + 20 + i * 17 + Math.sin(i) * 3, low], i % 3 === 0 ? '#fdf3d8' : '#fffdf6', 6),
    ) +
    line([x - 18, top, x + wide + 18, top], colour.woodDark, 15) +
    line([x - 6, low, x + wide + 6, low], colour.woodDark, 13);
  return picture(
    '#f3b761',
    sun(190, 130, 84, '#fbe3a3'),
    bird(420, 90, 40, '#8a5a1e'),
    hills(430, 30, '#e19c48', 14),
    rect(0, 520, 1200, 155, '#b9803e'),
    rack(650, 200, 60, 500),
    rack(940, 210, 40, 520),
    rack(80, 180, 210, 520),
    person({
      x: 420,
      y: 640,
      size: 2.2,
      top: colour.card,
      bottom: '#3d5265',
      hat: 'cook',
      apron: '#4f7d8c',
      lean: -8,
      hands: [
        [640, 430],
        [636, 460],
      ],
      feet: [
        [480, 634],
        [390, 644],
      ],
    }),
    line([612, 446, 700, 440], colour.woodDark, 14),
    times(6, (i) => line([624 + i * 13, 440, 664 + i * 7, 70], '#fffdf6', 6)),
  );
}
