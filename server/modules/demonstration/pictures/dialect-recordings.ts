import { colour, line, person, picture, place, rect, stroke, teapot, times } from './kit/index.ts';

/** An old man tells a story into the microphone, a teapot beside him. */
export function dialectRecordings(): string {
  const heights = [30, 70, 120, 60, 160, 220, 130, 190, 90, 150, 60, 100, 40];
  return picture(
    '#2d5e6e',
    times(heights.length, (i) =>
      line(
        [640 + i * 42, 210 - (heights[i] ?? 0) / 2, 640 + i * 42, 210 + (heights[i] ?? 0) / 2],
        i % 2 === 0 ? '#e2b955' : '#8fc0c4',
        17,
      ),
    ),
    person({
      x: 250,
      y: 940,
      size: 3.4,
      hip: 92,
      lean: 6,
      top: '#3d4a48',
      bottom: colour.ink,
      style: 'bald',
      hair: colour.hairWhite,
      skin: colour.skinWarm,
      hands: [
        [480, 500],
        [430, 540],
      ],
    }),
    stroke('M326 396q14 46 -6 66q-26 -12 -30 -50', colour.hairWhite, 14),
    rect(0, 560, 1200, 115, '#9b6a43'),
    rect(0, 560, 1200, 14, '#b98457'),
    rect(500, 566, 150, 22, colour.ink, 8),
    line([575, 570, 575, 400, 500, 350], colour.ink, 13),
    place(
      470,
      330,
      rect(-42, -66, 84, 132, '#c9cdc8', 42) +
        rect(-42, -8, 84, 16, colour.iron) +
        times(4, (i) => rect(-34, -50 + i * 11, 68, 4, '#9da39f')),
      { turn: -58 },
    ),
    teapot(880, 500, 92, '#8f3a22'),
    rect(1050, 530, 74, 54, colour.card, 16),
    rect(1056, 534, 62, 12, '#b9823e', 6),
  );
}
