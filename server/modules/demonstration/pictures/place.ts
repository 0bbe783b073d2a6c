import {
  bamboo,
  bird,
  boat,
  chance,
  cloud,
  colour,
  darker,
  fir,
  hills,
  house,
  lighter,
  line,
  path,
  pavilion,
  picture,
  poplar,
  ripples,
  roundTree,
  smooth,
  sun,
  tufts,
  willow,
  type Point,
} from './kit/index.ts';

/** Sky, sun, far hills, near hills, meadow and water of one time of day. */
const hours = [
  { sky: '#dfe9e4', sun: colour.wheat, far: '#b9cfc2', near: '#8bb09a', meadow: '#6f9d84', water: '#5d95b0' },
  { sky: '#f6e3cf', sun: '#eda76e', far: '#d8c3ac', near: '#aab08c', meadow: '#87986a', water: '#7fa9b4' },
  { sky: '#d3e5ef', sun: '#f6e7bd', far: '#a9c6cf', near: '#7ba59a', meadow: '#5b8f72', water: '#3f7f9f' },
  { sky: '#ecd8d4', sun: '#e39a7c', far: '#c3b3b7', near: '#8f9fa0', meadow: '#627f78', water: '#567f98' },
  { sky: '#eef0d4', sun: '#f0d488', far: '#cfd9a6', near: '#a9c07c', meadow: '#86a65c', water: '#6aa6ac' },
] as const;

/** A quiet view of hills, river and a few roofs for the page of a town or village; the same `code` always gives the same view. */
export function placePicture(code: string): string {
  const next = chance(
    [...code].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261),
  );
  const hour = hours[Math.floor(next() * hours.length)] ?? hours[0];
  const seed = Math.floor(next() * 9000) + 1;
  const bank = next() > 0.5;
  const at = 150 + next() * 700;
  const homes = 2 + Math.floor(next() * 3);
  const flip = (x: number): number => (bank ? x : 1200 - x);
  return picture(
    hour.sky,
    sun(120 + next() * 960, 90 + next() * 110, 44 + next() * 40, hour.sun),
    next() > 0.4 ? cloud(200 + next() * 800, 110 + next() * 70, 0.5 + next() * 0.5, lighter(hour.sky, 0.6)) : '',
    next() > 0.5 ? bird(300 + next() * 600, 90 + next() * 90, 40) + bird(380 + next() * 600, 80 + next() * 90, 28) : '',
    hills(210 + next() * 70, 40 + next() * 50, hour.far, seed),
    hills(310 + next() * 40, 26 + next() * 40, hour.near, seed + 1),
    hills(400, 10 + next() * 14, hour.meadow, seed + 2),
    ...Array.from({ length: 4 }, () =>
      roundTree(next() * 1200, 430 + next() * 16, 90 + next() * 90, darker(hour.meadow, 0.12 + next() * 0.2)),
    ),
    ...Array.from({ length: homes }, (_, i) =>
      house(at + (i - 1) * (140 + next() * 40), 440 + next() * 26, 110 + next() * 50, 56 + next() * 18),
    ),
    river(hour.water, flip, next),
    ripples(9, 540, 650, lighter(hour.water, 0.4), seed, bank ? 360 : 80, bank ? 1120 : 840),
    landmark(Math.floor(next() * 6), flip, hour.meadow),
    tufts(10, [bank ? 20 : 900, 560, 280, 90], darker(hour.meadow, 0.22), seed, 28),
  );
}

/** One thing to know the place by. `flip` mirrors it to the river's other side. */
function landmark(kind: number, flip: (x: number) => number, meadow: string): string {
  switch (kind) {
    case 0:
      return boat(flip(860), 570, 200, colour.wood) + line([flip(800), 545, flip(740), 620], colour.woodPale, 8);
    case 1:
      return [0, 1, 2, 3].map((i) => poplar(flip(70 + i * 62), 560, 260 + (i % 2) * 40, darker(meadow, 0.25))).join('');
    case 2:
      return willow(flip(150), 600, 380, lighter(meadow, 0.12));
    case 3:
      return pavilion(flip(150), 570, 220, 240);
    case 4:
      return [0, 1, 2]
        .map((i) => fir(flip(80 + i * 110), 580 + (i % 2) * 20, 250 + i * 30, darker(meadow, 0.35)))
        .join('');
    default:
      return [0, 1, 2]
        .map((i) => bamboo(flip(60 + i * 60), 620, 440 + i * 60, lighter(meadow, 0.15), 18, i + 2))
        .join('');
  }
}

function river(water: string, flip: (x: number) => number, next: () => number): string {
  const bend = 60 + next() * 130;
  const far: Point[] = [
    [flip(1260), 455],
    [flip(900), 470 + bend * 0.2],
    [flip(560), 505 + bend * 0.3],
    [flip(250), 690],
  ];
  const near: Point[] = [
    [flip(1260), 480 + bend * 0.2],
    [flip(1240), 560],
    [flip(1230), 690],
  ];
  return path(`${smooth(far)}L${smooth([...near].toReversed()).slice(1)}Z`, water);
}
