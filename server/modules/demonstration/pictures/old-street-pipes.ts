import { colour, cone, darker, disc, house, path, picture, poly, rect, ring, times } from './kit/index.ts';

/** The old street opened for a new drain. */
export function oldStreetPipes(): string {
  return picture(
    colour.blush,
    house(-50, 250, 330, 150, { wall: '#f1e4d2', windows: 2, roof: colour.slate }),
    house(330, 250, 420, 170, { wall: colour.card, windows: 4, door: colour.brick }),
    house(800, 250, 450, 140, { wall: '#ead9c4', windows: 3, roof: colour.slate, door: colour.pine }),
    rect(0, 248, 1200, 110, colour.stone),
    times(3, (row) =>
      times(15, (i) =>
        rect(i * 84 - (row % 2) * 42 + 4, 252 + row * 35, 76, 29, row % 2 === 0 ? colour.stonePale : '#c6c4b8', 6),
      ),
    ),
    path('M0 352H180L250 675H0Z', colour.earth),
    path('M1200 352H1020L950 675H1200Z', colour.earth),
    path('M180 352H1020L950 675H250Z', colour.soil),
    rect(0, 352, 180, 22, colour.slate),
    rect(1020, 352, 180, 22, colour.slate),
    times(9, (i) => disc(60 + ((i * 137) % 150), 410 + i * 28, 9 + (i % 3) * 4, darker(colour.earth, 0.2))),
    times(9, (i) => disc(1030 + ((i * 97) % 150), 410 + i * 28, 9 + (i % 3) * 4, darker(colour.earth, 0.2))),
    poly([470, 380, 730, 380, 790, 520, 410, 520], darker(colour.river, 0.35), 10),
    path('M420 520L478 366Q600 318 722 366L780 520Z', colour.river),
    disc(600, 520, 190, colour.stream),
    ring(600, 520, 176, colour.river, 34),
    disc(600, 520, 140, colour.ink),
    path('M484 600A140 140 0 0 0 716 600Q600 570 484 600Z', colour.riverDeep),
    path('M300 675Q600 640 900 675Z', darker(colour.soil, 0.25)),
    cone(96, 420, 200),
    cone(1104, 420, 200),
    cone(250, 350, 120),
    cone(950, 350, 120),
  );
}
