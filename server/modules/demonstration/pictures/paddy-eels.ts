import {
  bird,
  colour,
  darker,
  disc,
  hills,
  leafShape,
  line,
  path,
  picture,
  rect,
  ripples,
  stroke,
  times,
} from './kit/index.ts';

/** A flooded paddy cut open: eels swim between the stems. */
export function paddyEels(): string {
  const eel = (d: string, headX: number, headY: number, tone: string) =>
    stroke(d, tone, 36) +
    stroke(d, darker(tone, 0.3), 8, '4 26') +
    disc(headX, headY, 21, tone) +
    disc(headX + 7, headY - 6, 4.5, colour.ink);
  const clump = (x: number) =>
    times(7, (i) =>
      leafShape(
        x + (i - 3) * 5,
        330,
        200 - Math.abs(i - 3) * 22,
        -90 + (i - 3) * 13,
        i % 2 === 0 ? '#6e9b46' : '#88b058',
        0.05,
      ),
    ) +
    line([x, 330, x, 540], '#7f9c4e', 20) +
    times(5, (i) => stroke(`M${x} 540q${(i - 2) * 14} 24 ${(i - 2) * 26} 50`, '#d8c49a', 5));
  return picture(
    '#e9efcf',
    hills(190, 30, '#c3d49a', 31),
    rect(0, 240, 1200, 60, '#a9c47a'),
    times(16, (i) => leafShape(20 + i * 78, 300, 66, -90 + ((i * 7) % 20) - 10, '#86a951', 0.12)),
    bird(940, 110, 46),
    bird(1020, 80, 34),
    rect(0, 300, 1200, 250, '#5c9c97'),
    rect(0, 300, 1200, 12, '#a8d0c6'),
    ripples(12, 330, 380, '#83b9b1', 4),
    path('M0 530Q150 512 300 530T600 530T900 530T1200 528V675H0Z', '#6b4c34'),
    path('M0 590Q300 572 600 592T1200 588V675H0Z', '#563b28'),
    times(12, (i) => disc(50 + i * 104, 620 + (i % 3) * 18, 8 + (i % 2) * 5, '#7d5c41')),
    clump(130),
    clump(450),
    clump(770),
    clump(1080),
    eel('M180 470C240 410 300 420 340 460S420 510 520 440', 524, 440, '#8a6a2c'),
    eel('M600 420C650 370 720 380 760 420S860 470 930 400', 936, 398, '#7a5a22'),
    eel('M1010 500C940 470 900 500 860 510S760 500 700 500', 700, 500, '#9a7a3a'),
    times(6, (i) =>
      disc([545, 560, 572, 952, 964, 680][i] ?? 0, [410, 380, 350, 366, 340, 466][i] ?? 0, 7 - (i % 3), '#c2e0d8'),
    ),
  );
}
