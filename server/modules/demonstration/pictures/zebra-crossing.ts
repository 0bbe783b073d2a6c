import { bucket, colour, darker, line, person, picture, place, poly, rect, times } from './kit/index.ts';

/** A freshly painted zebra crossing outside the school. */
export function zebraCrossing(): string {
  const satchel = (x: number, y: number, tone: string) =>
    rect(x - 36, y - 48, 66, 92, tone, 16) + rect(x - 36, y - 8, 66, 12, darker(tone, 0.25));
  const child = (x: number, y: number, top: string, bag: string, extra: object) =>
    person({
      x,
      y,
      size: 1.42,
      child: true,
      top,
      bottom: colour.inkSoft,
      feet: [
        [x + 38, y],
        [x - 34, y],
      ],
      ...extra,
    }) + satchel(x - 36, y - 168, bag);
  return picture(
    '#cfe0dc',
    rect(0, 0, 1200, 210, '#f0d9b8'),
    times(9, (i) => rect(20 + i * 140, 30, 90, 130, '#e3c498', 6)),
    rect(0, 196, 1200, 40, '#b9c7bd'),
    rect(0, 232, 1200, 443, '#5d6a70'),
    times(7, (i) =>
      poly(
        [110 + i * 150, 232, 190 + i * 150, 232, 150 + i * 176 - 60, 675, 40 + i * 176 - 60, 675],
        i === 6 ? '#e9ecea' : colour.card,
      ),
    ),
    child(200, 520, colour.persimmon, colour.pine, { style: 'pigtails' }),
    child(410, 490, colour.straw, colour.river, { style: 'short' }),
    child(620, 520, colour.sage, colour.persimmon, { style: 'bob' }),
    place(
      880,
      500,
      line([0, 0, 110, -260], colour.straw, 22) +
        line([0, 0, -120, 20, -120, 80, -96, 80], colour.ink, 13) +
        rect(-100, 46, 200, 70, colour.river, 30) +
        rect(-100, 82, 200, 34, colour.card, 16),
    ),
    bucket(1090, 460, 180, 170, colour.persimmon, colour.card),
    line([1016, 476, 1026, 550], colour.card, 22),
  );
}
