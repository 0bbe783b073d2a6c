import { colour, darker, disc, ladder, line, path, person, picture, poly, rect, stars, times } from './kit/index.ts';

/** A street lamp is fitted in a narrow lane under the moon. */
export function dongmenNightLamps(): string {
  return picture(
    '#1d3350',
    stars(30, 320, 14),
    disc(520, 120, 74, colour.wheat),
    poly([0, 40, 400, 240, 400, 560, 0, 675], '#46586e'),
    poly([0, 0, 440, 226, 404, 258, 0, 86], colour.ink),
    times(9, (i) => line([i * 46, 4 + i * 23, i * 46 - 8, 66 + i * 19], colour.slateDark, 7)),
    poly([1200, 0, 680, 246, 680, 560, 1200, 675], '#5b6c7e'),
    poly([1200, -60, 650, 230, 684, 266, 1200, 60], colour.ink),
    poly([400, 560, 680, 560, 1200, 675, 0, 675], '#31465c'),
    times(4, (i) => line([400 - i * 96, 572 + i * 27, 680 + i * 128, 572 + i * 27], '#3f566d', 6)),
    rect(400, 330, 280, 230, '#2a415b'),
    path('M384 336L540 268L696 336Z', colour.ink),
    rect(500, 420, 80, 140, '#1a2c42'),
    poly([70, 300, 190, 330, 190, 420, 70, 410], colour.straw),
    line([130, 315, 130, 415], '#46586e', 8),
    poly([1040, 330, 1130, 312, 1130, 420, 1040, 420], '#7a8896'),
    `<g opacity="0.22">${poly([790, 210, 620, 640, 1060, 640, 850, 210], colour.straw)}</g>`,
    line([940, 40, 940, 150, 820, 150], colour.ink, 15),
    path('M760 206Q770 150 822 146Q874 150 884 206Z', darker(colour.pine, 0.2)),
    disc(822, 214, 34, colour.cream),
    ladder([1000, 640], [905, 190], 70, colour.woodPale, 10),
    person({
      x: 944,
      y: 452,
      size: 1.25,
      flip: true,
      view: 'side',
      hip: 92,
      lean: 8,
      top: colour.persimmon,
      bottom: colour.night,
      hat: 'helmet',
      hatColour: colour.straw,
      feet: [
        [955, 440],
        [972, 492],
      ],
      hands: [
        [850, 226],
        [920, 296],
      ],
      tilt: -16,
    }),
  );
}
