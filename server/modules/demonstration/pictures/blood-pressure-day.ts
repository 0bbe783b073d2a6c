import {
  checked,
  colour,
  darker,
  disc,
  line,
  oval,
  path,
  picture,
  poly,
  rect,
  ring,
  stroke,
  times,
} from './kit/index.ts';

/** A blood-pressure cuff on an arm, and its dial. */
export function bloodPressureDay(): string {
  return picture(
    '#e9efe3',
    checked('cloth', 'M0 400H1200V675H0Z', [0, 400, 1200, 275], colour.card, colour.pine, 66),
    line([-60, 300, 240, 420], colour.persimmon, 190),
    line([200, 404, 520, 480], colour.skin, 122),
    line([520, 480, 800, 470], colour.skin, 96),
    path(
      'M780 422C840 410 900 414 960 440L1010 470Q1020 490 990 492L930 486Q1000 510 960 526Q900 540 790 520Z',
      colour.skin,
    ),
    stroke('M880 470l60 14M880 496l50 6', darker(colour.skin), 5),
    poly([236, 344, 404, 384, 376, 512, 208, 470], colour.river, 26),
    poly([330, 352, 372, 362, 338, 514, 298, 504], darker(colour.river, 0.25), 8),
    stroke('M370 380C460 260 520 200 700 210', colour.ink, 13),
    stroke('M346 374C380 150 560 90 640 60C780 20 1020 80 1080 330', colour.ink, 13),
    disc(800, 220, 132, colour.straw),
    disc(800, 220, 112, colour.card),
    times(19, (i) => {
      const a = (-220 + (i * 260) / 18) * (Math.PI / 180);
      return line(
        [800 + Math.cos(a) * 84, 220 + Math.sin(a) * 84, 800 + Math.cos(a) * 100, 220 + Math.sin(a) * 100],
        i > 12 ? colour.persimmon : colour.ink,
        i % 3 === 0 ? 7 : 4,
      );
    }),
    line([800, 220, 770, 146], colour.persimmon, 10),
    disc(800, 220, 15, colour.ink),
    ring(800, 220, 128, colour.grain, 8),
    oval(1082, 410, 66, 92, colour.ink),
    rect(1056, 300, 52, 40, colour.slate, 8),
    oval(1060, 390, 14, 40, colour.slateDark, 10),
  );
}
