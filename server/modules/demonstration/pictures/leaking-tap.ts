import { bucket, colour, darker, disc, oval, path, picture, place, rect, stroke, times } from './kit/index.ts';

/** A dripping kitchen tap, the wrench, and a bucket beneath. */
export function leakingTap(): string {
  const drop = (x: number, y: number, r: number) =>
    path(
      `M${x} ${y - r * 1.9}C${x + r * 0.5} ${y - r} ${x + r} ${y - r * 0.4} ${x + r} ${y + r * 0.1}A${r} ${r} 0 0 1 ${x - r} ${y + r * 0.1}C${x - r} ${y - r * 0.4} ${x - r * 0.5} ${y - r} ${x} ${y - r * 1.9}Z`,
      '#3f8fb8',
    );
  const wrench =
    path(
      'M-190 -20H60L100 -66Q150 -70 176 -44L126 -20L130 14L184 24Q170 66 110 56L60 22H-190Q-212 0 -190 -20Z',
      '#7c8a8c',
    ) +
    rect(-184, -11, 150, 22, colour.persimmon, 10) +
    disc(86, 2, 13, colour.slateDark);
  return picture(
    '#f5ead2',
    times(6, (row) =>
      times(11, (i) => rect(i * 112 - 6, row * 112 - 6, 106, 106, (i + row) % 2 === 0 ? '#efe0bd' : '#f3e6ca', 6)),
    ),
    rect(0, 560, 1200, 115, '#c9a877'),
    rect(170, 60, 26, 330, colour.stone),
    rect(140, 180, 90, 110, '#9aa6a6', 14),
    path('M220 200H560Q690 200 690 330V366H590V336Q590 296 550 296H220Z', '#b5bfbf'),
    path('M220 200H560Q690 200 690 330H664Q660 226 560 226H220Z', '#d0d8d7'),
    rect(576, 360, 128, 34, '#8d9a9b', 8),
    rect(360, 130, 70, 76, '#9aa6a6', 8),
    rect(280, 84, 230, 52, colour.river, 24),
    disc(395, 110, 20, darker(colour.river)),
    drop(640, 440, 24),
    drop(640, 512, 15),
    bucket(640, 560, 290, 190, colour.pine, '#3f8fb8', false),
    oval(640, 566, 50, 9, '#8cc0da'),
    stroke('M496 560Q430 470 360 520', colour.slateDark, 11),
    place(960, 420, wrench, { turn: -38, scale: 1.2 }),
  );
}
