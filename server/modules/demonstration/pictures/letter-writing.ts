import { colour, darker, line, oval, path, picture, place, poly, rect, stroke, times } from './kit/index.ts';

/** A letter, the pen, an envelope and the ink. */
export function letterWriting(): string {
  const wave = (y: number, long: number) =>
    stroke(`M0 ${y}` + 'q9 -16 18 0t18 0'.repeat(Math.floor(long / 36)), '#2a5f80', 5);
  return picture(
    '#2c4a3e',
    times(5, (i) => rect(0, 60 + i * 134, 1200, 5, '#264236')),
    place(
      300,
      60,
      rect(0, 0, 470, 590, colour.card, 4) +
        times(9, (i) => line([50, 118 + i * 52, 420, 118 + i * 52], '#e3c9b8', 3)) +
        place(52, 20, wave(56, 150)) +
        place(
          52,
          48,
          times(4, (i) => wave(60 + i * 52, i === 3 ? 180 : 350 - (i % 2) * 40)),
        ),
      { turn: -7 },
    ),
    place(
      628,
      424,
      path('M0 0L70 -30L94 -6L26 22Z', colour.straw) +
        line([4, 0, 60, -8], colour.grain, 4) +
        path('M64 -34L380 -160Q408 -160 400 -134L98 0Z', colour.persimmon) +
        path('M220 -97L244 -105L270 -72L248 -66Z', colour.straw) +
        line([270, -118, 390, -160], darker(colour.persimmon, 0.3), 7),
      { turn: -22, scale: 1.1 },
    ),
    place(
      950,
      530,
      rect(-220, -130, 440, 260, '#e9d6ae', 6) +
        poly([-220, -126, 220, -126, 0, 40], '#d9c190', 4) +
        rect(130, 60, 66, 50, colour.pine, 4),
      { turn: 9 },
    ),
    rect(90, 330, 170, 190, colour.riverDeep, 26),
    rect(106, 400, 138, 104, '#0e2b3e', 18),
    rect(120, 280, 110, 60, colour.ink, 8),
    oval(175, 282, 55, 13, colour.slateDark),
    rect(104, 344, 18, 130, '#4d7f9c', 9),
    line([640, 436, 628, 442], '#2a5f80', 7),
  );
}
