import { colour, darker, hills, line, person, picture, rect, stroke, tufts } from './kit/index.ts';

/** Three children jump in one long rope. */
export function ropeSkipping(): string {
  const jumper = (x: number, y: number, top: string, bottom: string, extra: object) =>
    person({
      x,
      y,
      size: 1.5,
      child: true,
      view: 'front',
      top,
      bottom,
      hands: [
        [x - 76, y - 190],
        [x + 76, y - 190],
      ],
      feet: [
        [x - 30, y - 22],
        [x + 30, y - 22],
      ],
      ...extra,
    });
  return picture(
    '#f2c14e',
    hills(420, 24, '#e5a93c', 21),
    rect(0, 490, 1200, 185, '#c97f45'),
    rect(0, 580, 1200, 12, '#e8c79a'),
    tufts(10, [10, 480, 1180, 16], '#8a8a3c', 3, 24),
    stroke('M160 420C330 -90 870 -90 1040 420', colour.card, 13),
    person({
      x: 110,
      y: 610,
      size: 1.5,
      child: true,
      top: colour.river,
      bottom: colour.ink,
      style: 'short',
      hands: [
        [164, 420],
        [130, 500],
      ],
      feet: [
        [140, 610],
        [84, 610],
      ],
    }),
    person({
      x: 1090,
      y: 610,
      size: 1.5,
      child: true,
      flip: true,
      top: colour.moss,
      bottom: colour.ink,
      style: 'plait',
      hands: [
        [1036, 420],
        [1070, 500],
      ],
      feet: [
        [1060, 610],
        [1116, 610],
      ],
    }),
    jumper(390, 520, colour.persimmon, colour.riverDeep, { style: 'pigtails' }),
    jumper(600, 480, colour.card, colour.pine, { style: 'short' }),
    jumper(810, 520, colour.plum, colour.ink, { style: 'bob' }),
    line([330, 606, 450, 606], darker('#c97f45', 0.25), 14),
    line([540, 606, 660, 606], darker('#c97f45', 0.25), 14),
    line([750, 606, 870, 606], darker('#c97f45', 0.25), 14),
  );
}
