import { colour, darker, line, path, person, picture, place, rect, ring, stool, stroke, times } from './kit/index.ts';

/** A carpenter planes a board; a small stool is half done. */
export function carpenterStools(): string {
  const curl = (x: number, y: number, r: number) =>
    stroke(
      `M${x} ${y}a${r} ${r} 0 1 1 ${r * 1.2} ${-r * 0.7}a${r * 0.6} ${r * 0.6} 0 1 1 ${-r * 0.9} ${r * 0.2}`,
      colour.wheat,
      9,
    );
  return picture(
    '#8fb0a2',
    rect(0, 570, 1200, 105, '#6d8f80'),
    rect(660, 60, 460, 200, '#7d9e90', 8),
    line([700, 90, 700, 220, 830, 220], colour.straw, 16),
    line([900, 90, 900, 150], colour.wood, 20),
    path('M880 146H920L930 236H870Z', colour.stonePale),
    line([1000, 100, 1080, 200], colour.wood, 18),
    rect(974, 76, 60, 34, colour.iron, 6),
    person({
      x: 330,
      y: 640,
      size: 2.3,
      lean: 28,
      top: colour.persimmon,
      bottom: colour.riverDeep,
      style: 'short',
      hair: colour.hairGrey,
      skin: colour.skinWarm,
      apron: '#d9c08c',
      hands: [
        [606, 366],
        [546, 376],
      ],
      feet: [
        [410, 636],
        [270, 644],
      ],
    }),
    rect(480, 420, 560, 34, colour.woodPale, 4),
    rect(420, 452, 680, 40, colour.wood, 6),
    line([500, 492, 470, 650], darker(colour.wood, 0.2), 30),
    line([1020, 492, 1050, 650], darker(colour.wood, 0.2), 30),
    path('M500 420V386Q500 376 512 376H650Q664 376 668 420Z', colour.woodDark),
    path('M572 376L606 330L630 376Z', colour.stone),
    path('M520 380Q520 346 548 348L556 380Z', darker(colour.woodDark)),
    curl(690, 400, 34),
    curl(640, 330, 26),
    curl(720, 640, 34),
    curl(810, 650, 28),
    curl(610, 648, 30),
    curl(560, 620, 22),
    stool(900, 330, 190, 90, colour.wheat),
    place(1130, 600, ring(0, 0, 22, colour.wheat, 9)),
    times(3, (i) => line([120 + i * 16, 640, 96 + i * 14, 420], i % 2 === 0 ? colour.woodPale : colour.wheat, 14)),
  );
}
