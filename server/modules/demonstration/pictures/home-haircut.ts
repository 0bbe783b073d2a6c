import {
  colour,
  disc,
  house,
  line,
  oval,
  path,
  person,
  picture,
  place,
  poly,
  rect,
  ring,
  roundTree,
  times,
} from './kit/index.ts';

/** A barber cuts an elder's hair in the courtyard. */
export function homeHaircut(): string {
  const scissors =
    ring(-44, -14, 15, colour.persimmon, 8) +
    ring(-44, 16, 15, colour.persimmon, 8) +
    line([-30, -8, 50, 14], colour.slate, 9) +
    line([-30, 10, 50, -14], colour.stone, 9);
  return picture(
    '#dfeadd',
    rect(0, 90, 1200, 400, '#f4efe2'),
    house(720, 480, 560, 330, { wall: '#faf6ea', windows: 2, door: '#7c3f28' }),
    path('M-10 60H700V100H-10Z', colour.slateDark),
    times(15, (i) => disc(20 + i * 48, 104, 17, colour.slate)),
    roundTree(110, 480, 330, '#88a96a'),
    rect(0, 478, 1200, 197, '#cfc6ae'),
    times(4, (r) =>
      times(9, (i) => rect(i * 150 - (r % 2) * 75 + 4, 484 + r * 50, 140, 42, r % 2 === 0 ? '#d8d0ba' : '#d3cab2', 4)),
    ),
    rect(280, 180, 170, 230, colour.wood, 12),
    rect(296, 196, 138, 198, '#b9d3da', 6),
    poly([310, 380, 420, 210, 430, 240, 340, 390], '#d3e4e8'),
    rect(450, 490, 150, 22, colour.woodDark, 6),
    rect(462, 500, 18, 140, colour.woodDark),
    rect(570, 500, 18, 140, colour.woodDark),
    person({
      x: 520,
      y: 640,
      size: 2.2,
      hip: 66,
      view: 'front',
      top: '#9fc0cf',
      bottom: colour.inkSoft,
      style: 'short',
      hair: colour.hairWhite,
      skin: colour.skinWarm,
    }),
    path('M470 368Q520 344 570 368Q640 420 652 560Q520 606 388 560Q400 420 470 368Z', '#7fa9bd'),
    path('M476 366Q520 392 564 366L560 350H480Z', colour.card),
    times(8, (i) => oval(410 + i * 32, 470 + ((i * 37) % 70), 9, 4, colour.hairWhite, i * 40)),
    person({
      x: 730,
      y: 640,
      size: 2.35,
      flip: true,
      lean: 6,
      top: colour.card,
      bottom: '#3d4a48',
      style: 'short',
      hands: [
        [556, 292],
        [586, 236],
      ],
      feet: [
        [690, 640],
        [760, 640],
      ],
    }),
    place(560, 226, scissors, { turn: 172, scale: 1.25 }),
    times(6, (i) => oval(440 + i * 40, 646 + (i % 3) * 8, 12, 4, colour.hairWhite, i * 30)),
  );
}
