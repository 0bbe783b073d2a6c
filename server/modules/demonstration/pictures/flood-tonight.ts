import {
  car,
  colour,
  crescent,
  ground,
  hills,
  house,
  line,
  path,
  picture,
  poly,
  rain,
  rect,
  ripples,
  roundTree,
} from './kit/index.ts';

/** Cars stand on high ground above the rising river. */
export function floodTonight(): string {
  return picture(
    '#202b3f',
    crescent(1040, 90, 40, '#b9b58e'),
    hills(210, 44, '#2b3a50', 19),
    rain(70, '#4c6078', 6, 420),
    path('M-20 260Q300 190 560 240Q800 300 900 420Q980 540 1220 560V700H-20Z', '#3f5a4c'),
    path('M-20 330Q300 270 560 306Q640 330 690 366L-20 400Z', '#5d6f66'),
    house(30, 262, 170, 80, { wall: '#8c95a0', roof: '#1a2230', window: colour.straw, door: '#2a2f3a' }),
    line([650, 330, 650, 120, 610, 110], '#141c2a', 9),
    `<g opacity="0.22">${poly([604, 116, 380, 380, 720, 380], colour.straw)}</g>`,
    rect(588, 104, 40, 16, colour.straw, 6),
    car(60, 390, 220, colour.persimmon, '#c9d6d8'),
    car(270, 368, 220, colour.straw, '#c9d6d8'),
    car(480, 384, 220, '#6f9db5', '#c9d6d8'),
    roundTree(1010, 570, 190, '#2f4f44', '#16221d'),
    roundTree(1130, 590, 220, '#294639', '#16221d'),
    roundTree(880, 560, 140, '#2f4f44', '#16221d'),
    ground([-60, 520, 200, 505, 420, 520, 640, 500, 860, 515, 1260, 500], '#255a7a'),
    ground([-60, 580, 220, 566, 480, 582, 760, 564, 1260, 580], '#1a4661'),
    ripples(20, 540, 650, '#5f8ea8', 14),
  );
}
