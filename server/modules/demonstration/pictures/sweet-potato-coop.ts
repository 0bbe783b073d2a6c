import {
  chance,
  colour,
  darker,
  disc,
  line,
  oval,
  path,
  picture,
  place,
  poly,
  rect,
  stroke,
  times,
} from './kit/index.ts';

/** The co-operative's sweet potatoes, weighed and written down. */
export function sweetPotatoCoop(): string {
  const next = chance(21);
  const root = (x: number, y: number, size: number, turn: number, tone: string) =>
    place(
      x,
      y,
      path(
        `M${-size} 4C${-size * 0.7} ${-size * 0.62} ${size * 0.3} ${-size * 0.6} ${size * 0.72} ${-size * 0.16}L${size * 1.12} ${size * 0.02}L${size * 0.7} ${size * 0.2}C${size * 0.2} ${size * 0.56} ${-size * 0.74} ${size * 0.54} ${-size} 4Z`,
        tone,
      ) +
        stroke(
          `M${-size * 0.5} ${-size * 0.14}q${size * 0.12} ${size * 0.05} ${size * 0.24} 0M${size * 0.1} ${size * 0.16}q${size * 0.1} ${size * 0.05} ${size * 0.2} 0`,
          darker(tone),
          5,
        ),
      { turn },
    );
  const tones = ['#a8433f', '#bb5a50', '#96383b', '#c46a58'];
  const heap = [6, 5, 4, 3, 2, 1]
    .map((count, row) =>
      times(count, (i) =>
        root(
          108 + row * 56 + i * 108 + next() * 14,
          566 - row * 64 + next() * 10,
          84 + next() * 10,
          -24 + next() * 48,
          tones[Math.floor(next() * 4)] ?? '#a8433f',
        ),
      ),
    )
    .join('');
  return picture(
    '#e9d5cf',
    rect(0, 540, 1200, 135, '#9c7a6c'),
    oval(370, 612, 360, 40, '#7f6155'),
    heap,
    rect(800, 560, 300, 44, colour.pineDeep, 10),
    poly([836, 562, 1064, 562, 1030, 330, 870, 330], colour.pine, 10),
    disc(950, 430, 84, colour.card),
    times(12, (i) =>
      line(
        [
          950 + Math.cos((i * Math.PI) / 6) * 66,
          430 + Math.sin((i * Math.PI) / 6) * 66,
          950 + Math.cos((i * Math.PI) / 6) * 76,
          430 + Math.sin((i * Math.PI) / 6) * 76,
        ],
        colour.ink,
        5,
      ),
    ),
    line([950, 430, 994, 386], colour.persimmon, 9),
    disc(950, 430, 10, colour.ink),
    rect(936, 276, 28, 56, colour.pineDeep),
    path('M790 244H1110Q1090 290 1030 290H870Q810 290 790 244Z', colour.stonePale),
    root(880, 216, 74, -8, '#a8433f'),
    root(1006, 220, 70, 170, '#bb5a50'),
    root(944, 168, 70, 8, '#96383b'),
    place(
      640,
      620,
      poly([-130, -8, 0, -22, 0, 30, -140, 44], colour.card, 4) +
        poly([0, -22, 130, -8, 140, 44, 0, 30], colour.paperShade, 4) +
        line([0, -22, 0, 30], colour.brick, 5) +
        times(
          3,
          (i) =>
            line([-112, 4 + i * 12, -22, -6 + i * 12], colour.stone, 4) +
            line([22, -6 + i * 12, 112, 4 + i * 12], colour.stone, 4),
        ),
      { scale: 1.15 },
    ),
    line([700, 570, 764, 612], colour.straw, 11),
  );
}
