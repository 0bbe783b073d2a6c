import {
  chance,
  colour,
  darker,
  disc,
  leafShape,
  oval,
  path,
  picture,
  place,
  rect,
  stroke,
  times,
  within,
} from './kit/index.ts';

/** Seed packets, and jars of beans and corn. */
export function seedSwap(): string {
  const next = chance(88);
  const jar = (x: number, tones: readonly string[], name: string) => {
    const body = `M${x - 100} 250Q${x - 100} 220 ${x - 76} 214H${x + 76}Q${x + 100} 220 ${x + 100} 250V500Q${x + 100} 524 ${x + 76} 524H${x - 76}Q${x - 100} 524 ${x - 100} 500Z`;
    return (
      path(body, '#e7f0ef') +
      within(
        name,
        body,
        times(150, () =>
          oval(
            x - 100 + next() * 200,
            320 + next() * 204,
            17,
            12,
            tones[Math.floor(next() * tones.length)] ?? colour.straw,
            next() * 180,
          ),
        ),
      ) +
      rect(x - 86, 170, 172, 46, colour.woodDark, 10) +
      rect(x - 86, 186, 172, 6, darker(colour.woodDark)) +
      rect(x - 84, 240, 14, 250, colour.card, 7)
    );
  };
  const packet = (x: number, y: number, turn: number, tone: string, mark: string) =>
    place(x, y, rect(-86, -110, 172, 220, colour.cream, 6) + rect(-86, -110, 172, 44, tone, 6) + mark, { turn });
  const carrot =
    path('M-30 -20Q0 -40 30 -20L0 88Z', colour.orange) +
    times(3, (i) => leafShape(0, -26, 44, -130 + i * 40, colour.moss));
  const bean =
    stroke('M-40 50C-30 -10 10 -30 44 -36', colour.leaf, 30) +
    times(3, (i) => disc(-24 + i * 26, 18 - i * 22, 10, colour.moss));
  const flower = times(8, (i) => leafShape(0, 20, 52, i * 45, colour.straw, 0.24)) + disc(0, 20, 22, colour.soil);
  return picture(
    '#4f6f5a',
    rect(0, 470, 1200, 205, '#b98a5b'),
    rect(0, 470, 1200, 12, '#d0a473'),
    jar(190, ['#8f3a2a', '#a54a36', '#6f2a20'], 'red'),
    jar(440, ['#e8b942', '#f1cb62', '#d9a32f'], 'corn'),
    jar(690, ['#e9e2cd', '#d9cfb0', '#7b8a54'], 'white'),
    packet(1000, 200, 7, colour.persimmon, carrot),
    packet(900, 440, -9, colour.river, flower),
    packet(1090, 460, 6, colour.pine, bean),
    times(16, () =>
      oval(
        120 + next() * 640,
        570 + next() * 70,
        18,
        12,
        ['#8f3a2a', '#e8b942', '#e9e2cd'][Math.floor(next() * 3)] ?? colour.straw,
        next() * 180,
      ),
    ),
  );
}
