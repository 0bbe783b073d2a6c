import { bird, colour, darker, line, path, person, picture, stroke, times, tufts } from './kit/index.ts';

/** Straw is spread between the curved rows of tea. */
export function teaWinterMulch(): string {
  const row = (y: number, lift: number, thick: number, tone: string) =>
    stroke(
      `M-60 ${y + lift * 0.3}C220 ${y - lift} 520 ${y - lift * 0.9} 760 ${y}S1140 ${y + lift * 0.7} 1270 ${y + lift * 0.2}`,
      tone,
      thick,
    );
  const rows = [
    [200, 60, 34],
    [260, 66, 42],
    [334, 74, 52],
    [424, 84, 64],
    [532, 92, 78],
    [660, 100, 92],
  ] as const;
  return picture(
    '#f2e3c6',
    path('M0 220Q200 60 480 120T1200 60V675H0Z', '#b9c99a'),
    path('M-20 190C220 110 520 120 760 190S1140 230 1220 190V700H-20Z', '#d9be7a'),
    times(rows.length, (i) => {
      const [y, lift, thick] = rows[i] ?? [0, 0, 0];
      const tone = i % 2 === 0 ? '#2f6b46' : '#3a7a50';
      return (
        row(y + thick * 0.35, lift, thick, darker(tone, 0.3)) +
        row(y, lift, thick, tone) +
        row(y - thick * 0.2, lift, thick * 0.22, '#5f9a68')
      );
    }),
    tufts(26, [40, 440, 1120, 60], '#b98f3c', 8, 16),
    bird(300, 60, 38),
    bird(370, 90, 28),
    person({
      x: 620,
      y: 560,
      size: 1.75,
      lean: 26,
      top: '#b8451f',
      bottom: '#3b4a5e',
      hat: 'straw',
      hands: [
        [780, 430],
        [760, 450],
      ],
      feet: [
        [660, 556],
        [590, 566],
      ],
    }),
    times(9, (i) => line([770 + i * 4, 440, 740 + i * 18, 520 + (i % 3) * 12], colour.straw, 7)),
    path('M300 560Q310 480 400 480T500 560Q400 590 300 560Z', colour.straw),
    times(7, (i) => line([330 + i * 24, 560, 350 + i * 16, 490], '#c39a3e', 5)),
    line([306, 526, 494, 526], '#a57f2c', 11),
  );
}
