import { cloud, colour, darker, disc, ground, line, path, person, picture, rect, sheet, times } from './kit/index.ts';

/** The school's weather station: louvred box, rain gauge and wind vane. */
export function schoolWeatherPost(): string {
  const [x, y] = [440, 150];
  return picture(
    '#7fb0cf',
    cloud(170, 170, 0.9, '#cfe3ee'),
    cloud(1010, 140, 1.1, '#cfe3ee'),
    ground([-60, 500, 300, 480, 800, 490, 1260, 476], '#7fa765'),
    line([x + 20, y + 240, x - 20, 610], colour.card, 20),
    line([x + 300, y + 240, x + 340, 610], colour.card, 20),
    line([x + 4, y + 380, x + 316, y + 380], colour.card, 14),
    rect(x, y, 320, 250, colour.card, 6),
    times(
      9,
      (i) =>
        rect(x + 26, y + 20 + i * 24, 124, 13, colour.stonePale, 3) +
        rect(x + 170, y + 20 + i * 24, 124, 13, colour.stonePale, 3),
    ),
    rect(x + 157, y + 8, 6, 234, colour.stone),
    path(`M${x - 36} ${y + 6}L${x + 160} ${y - 52}L${x + 356} ${y + 6}Z`, colour.card),
    path(`M${x - 36} ${y + 6}H${x + 356}V${y + 16}H${x - 36}Z`, colour.stone),
    rect(880, 110, 16, 500, colour.slateDark),
    line([800, 140, 980, 120], colour.persimmon, 13),
    path('M960 86L1040 112L966 160Z', colour.persimmon),
    path('M816 168L770 178L776 106L812 110Z', colour.persimmon),
    disc(888, 128, 16, colour.ink),
    line([840, 210, 936, 210], colour.slateDark, 9),
    rect(1040, 420, 80, 190, '#a8c8d8', 8),
    rect(1040, 520, 80, 90, colour.river, 8),
    path('M1022 420L1044 380H1116L1138 420Z', colour.slate),
    times(5, (i) => rect(1084, 444 + i * 28, 30, 5, colour.card)),
    person({
      x: 190,
      y: 640,
      size: 1.62,
      child: true,
      top: colour.persimmon,
      bottom: colour.riverDeep,
      style: 'pigtails',
      tilt: -8,
      hands: [
        [268, 512],
        [262, 530],
      ],
    }),
    sheet(246, 470, 62, 76, 4),
    line([272, 508, 296, 486], colour.gold, 7),
    person({
      x: 350,
      y: 650,
      size: 1.62,
      child: true,
      top: colour.straw,
      bottom: colour.ink,
      style: 'short',
      hands: [
        [470, 470],
        [384, 560],
      ],
      tilt: -10,
    }),
    path('M0 640Q600 610 1200 640V675H0Z', darker('#7fa765', 0.12)),
  );
}
