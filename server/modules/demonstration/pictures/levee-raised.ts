import { colour, darker, ground, hills, lantern, glow, line, person, picture, place, type Point, rect, ripples, times } from './kit/index.ts';

const bag = (x: number, y: number, turn = 0): string => place(x, y, rect(-44, -20, 88, 40, colour.woodPale, 17) + line([[-30, -13], [-30, 13]], colour.wood, 5), { turn });

/** Neighbours pass sandbags by lantern light along the levee at dusk. */
export function leveeRaised(): string {
  const worker = (x: number, y: number, top: string, left: Point, right: Point, extra: object) => person({ x, y, size: 1.12, view: 'front', top, bottom: colour.night, hands: [left, right], ...extra });
  const pole = (x: number, y: number) => glow(x + 34, y + 54, 130) + line([[x, y + 210], [x, y], [x + 34, y]], colour.bark, 8) + lantern(x + 34, y, 74, colour.straw);
  return picture(
    '#69708c',
    rect(0, 150, 1200, 150, '#8f8294'),
    rect(0, 225, 1200, 130, colour.rose),
    hills(330, 34, '#4f5f78', 3),
    hills(395, 24, '#3d5265', 8),
    ground([[-60, 470], [200, 452], [620, 446], [1000, 452], [1260, 470]], '#33544a'),
    pole(150, 255),
    pole(905, 250),
    worker(300, 505, colour.persimmon, [238, 392], [372, 392], { hat: 'cap', hatColour: colour.ink, lean: 5 }),
    worker(480, 500, colour.grain, [404, 394], [552, 388], { style: 'bun' }),
    worker(655, 500, colour.sage, [590, 386], [724, 398], { style: 'short', lean: 6 }),
    worker(820, 505, colour.river, [762, 402], [868, 440], { hat: 'knitted', hatColour: colour.apricot, lean: 12 }),
    bag(388, 388, -4),
    bag(572, 384, 5),
    bag(742, 398, 8),
    times(4, (i) => bag(905 + i * 92, 500)),
    times(3, (i) => bag(951 + i * 92, 462)),
    times(2, (i) => bag(997 + i * 92, 424)),
    ground([[-60, 505], [300, 512], [700, 506], [1260, 522]], '#24443b'),
    times(13, (i) => place(30 + i * 96, 536, rect(-47, -19, 94, 38, i % 2 === 0 ? colour.earth : darker(colour.woodPale, 0.2), 16))),
    ground([[-60, 560], [240, 550], [560, 566], [900, 552], [1260, 566]], colour.riverDeep),
    ripples(16, 590, 660, colour.straw, 5),
  );
}
