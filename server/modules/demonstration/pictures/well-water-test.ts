import { colour, darker, disc, line, path, picture, rect, stroke, times, within } from './kit/index.ts';

/** Water from the well in test tubes and a bottle, the hand pump behind. */
export function wellWaterTest(): string {
  const tube = (x: number, level: number, tone: string, name: string) => {
    const glass = `M${x - 32} 250V520a32 32 0 0 0 64 0V250Z`;
    return (
      path(glass, '#f4fafa') +
      within(name, glass, rect(x - 40, level, 80, 400, tone)) +
      rect(x - 42, 238, 84, 20, '#c9dede', 10) +
      rect(x - 22, 276, 9, 210, '#ffffff', 4)
    );
  };
  return picture(
    '#b9d9d3',
    rect(0, 590, 1200, 85, '#84aaa2'),
    rect(150, 220, 110, 400, colour.moss, 8),
    rect(120, 600, 170, 30, darker(colour.moss), 8),
    rect(136, 206, 138, 34, darker(colour.moss), 10),
    path('M150 330H90Q50 330 50 380V410H96V390Q96 376 112 376H150Z', colour.moss),
    rect(196, 130, 18, 90, colour.slateDark),
    stroke('M205 140Q330 90 420 220', colour.iron, 22),
    disc(205, 140, 17, colour.iron),
    times(3, (i) => path(`M73 ${440 + i * 52}c10 16 16 24 16 34a16 16 0 0 1 -32 0c0 -10 6 -18 16 -34Z`, colour.stream)),
    tube(510, 330, '#8cc3d6', 'first'),
    tube(640, 300, '#9fd0b6', 'second'),
    tube(770, 350, '#e6c57a', 'third'),
    rect(440, 400, 400, 34, colour.wood, 6),
    rect(440, 560, 400, 40, colour.wood, 6),
    rect(450, 400, 22, 190, darker(colour.wood)),
    rect(808, 400, 22, 190, darker(colour.wood)),
    path(
      'M930 290H1070V330Q1120 356 1120 410V570Q1120 600 1090 600H910Q880 600 880 570V410Q880 356 930 330Z',
      '#f4fafa',
    ),
    path('M880 420H1120V570Q1120 600 1090 600H910Q880 600 880 570Z', '#8cc3d6'),
    rect(918, 226, 164, 70, colour.river, 12),
    rect(910, 450, 180, 96, colour.card, 8),
    rect(930, 474, 110, 12, colour.stone, 4),
    rect(930, 502, 70, 12, colour.stone, 4),
    line([1050, 500, 1062, 514, 1080, 482], colour.pine, 9),
  );
}
