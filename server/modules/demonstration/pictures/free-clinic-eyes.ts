import { colour, darker, line, oval, person, picture, place, rect, times } from './kit/index.ts';

/** The eye chart, and someone who covers one eye with a spoon. */
export function freeClinicEyes(): string {
  const letter = (x: number, y: number, s: number, turn: number) =>
    place(
      x,
      y,
      rect(-s, -s, s * 0.5, s * 2, colour.ink) +
        [-1, -0.25, 0.5].map((at) => rect(-s, at * s, s * 2, s * 0.5, colour.ink)).join(''),
      { turn },
    );
  return picture(
    '#c8dceb',
    rect(0, 590, 1200, 85, '#a4bccd'),
    rect(120, 50, 400, 500, colour.card, 10),
    rect(120, 50, 400, 16, colour.river, 6),
    rect(120, 534, 400, 16, colour.river, 6),
    letter(320, 140, 50, 0),
    letter(236, 262, 36, 90),
    letter(404, 262, 36, 180),
    times(3, (i) => letter(220 + i * 100, 360, 26, i * 90 + 90)),
    times(4, (i) => letter(206 + i * 76, 440, 18, i * 180 + 90)),
    times(5, (i) => letter(200 + i * 60, 500, 12, i * 90)),
    person({
      elbow: -1,
      x: 850,
      y: 980,
      size: 3.2,
      view: 'front',
      top: colour.straw,
      bottom: colour.inkSoft,
      style: 'bob',
      skin: colour.skin,
      hands: [
        [668, 520],
        [988, 500],
      ],
    }),
    line([900, 428, 1004, 520], colour.slate, 18),
    oval(884, 408, 36, 48, colour.slate, -44),
    oval(884, 408, 22, 32, darker(colour.slate, 0.22), -44),
    line([976, 484, 994, 512], colour.skin, 34),
    line([664, 512, 612, 486], colour.skin, 18),
  );
}
