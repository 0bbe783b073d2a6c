import { colour, disc, line, path, person, picture, poly, rect, roundTree, stars, stool, times } from './kit/index.ts';

/** The open-air film: a screen between two trees, a beam, rows of stools. */
export function filmNight(): string {
  const back = (x: number, y: number, tone: string, style: 'short' | 'bob' | 'bun', size = 0.95) =>
    stool(x, y - 46 * size, 66 * size, 50 * size, colour.woodDark) +
    person({
      x,
      y,
      size,
      hip: 50,
      view: 'back',
      top: tone,
      bottom: colour.ink,
      style,
      feet: [
        [x - 14, y],
        [x + 14, y],
      ],
    });
  return picture(
    '#10202f',
    stars(40, 200, 52),
    roundTree(120, 480, 480, '#1e3d39', '#0c1820'),
    roundTree(1080, 480, 500, '#1e3d39', '#0c1820'),
    rect(0, 470, 1200, 205, '#162c33'),
    line([150, 110, 1050, 110], colour.woodPale, 6),
    rect(270, 96, 660, 320, '#f4f0e2', 4),
    rect(270, 300, 660, 116, '#9fb6bf'),
    path('M270 316L430 190L560 300L700 160L930 330V340H270Z', '#c3d0d2'),
    disc(800, 170, 34, '#e9c98c'),
    path('M540 360Q640 400 740 360L722 384H558Z', '#56656b'),
    poly([640, 358, 640, 270, 700, 340], '#56656b'),
    `<g opacity="0.2">${poly([600, 640, 270, 416, 270, 96, 930, 96, 930, 416], '#f6efcf')}</g>`,
    back(210, 560, '#7a3b2a', 'bun'),
    back(350, 545, '#355d74', 'short'),
    back(460, 560, '#8a6f2a', 'bob'),
    back(740, 560, '#4d6f5c', 'short'),
    back(860, 545, '#6b4457', 'bun'),
    back(990, 560, '#355d74', 'short'),
    back(120, 660, '#4d6f5c', 'short', 1.15),
    back(290, 668, '#6b4457', 'bob', 1.15),
    back(910, 668, '#7a3b2a', 'short', 1.15),
    back(1080, 660, '#8a6f2a', 'bun', 1.15),
    rect(520, 600, 170, 64, colour.slate, 8),
    disc(560, 556, 52, colour.slateDark),
    times(3, (i) => disc(560 + Math.cos(i * 2.1) * 26, 556 + Math.sin(i * 2.1) * 26, 13, colour.ink)),
    disc(654, 576, 34, colour.slateDark),
    times(3, (i) => disc(654 + Math.cos(i * 2.1 + 1) * 17, 576 + Math.sin(i * 2.1 + 1) * 17, 8, colour.ink)),
    rect(536, 616, 60, 32, colour.iron, 4),
    disc(660, 632, 9, colour.straw),
    line([550, 660, 520, 690], colour.iron, 12),
    line([650, 660, 680, 690], colour.iron, 12),
  );
}
