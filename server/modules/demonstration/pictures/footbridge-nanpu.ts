import {
  bush,
  colour,
  darker,
  ground,
  line,
  path,
  person,
  picture,
  place,
  poly,
  rect,
  ripples,
  tufts,
  willow,
} from './kit/index.ts';

const arch = (x: number): number => 372 - 118 * (1 - ((x - 600) / 430) ** 2);

/** A carpenter sets one new plank into the arched footbridge. */
export function footbridgeNanpu(): string {
  const planks = Array.from({ length: 21 }, (_, i) => {
    const [x, next] = [180 + i * 40, 180 + (i + 1) * 40];
    const fresh = i === 13;
    const tone = fresh ? colour.wheat : i % 2 === 0 ? colour.wood : darker(colour.wood, 0.1);
    return poly(
      [
        x + 3,
        arch(x),
        next - 3,
        arch(next),
        next - 3,
        arch(next) + (fresh ? 34 : 26),
        x + 3,
        arch(x) + (fresh ? 34 : 26),
      ],
      tone,
    );
  }).join('');
  const posts = [0, 4, 8, 17, 20]
    .map((i) => line([200 + i * 40, arch(200 + i * 40), 200 + i * 40, arch(200 + i * 40) - 92], colour.woodDark, 15))
    .join('');
  const rail = (from: number, to: number) =>
    path(
      `M${from} ${arch(from) - 84}Q${(from + to) / 2} ${arch((from + to) / 2) - 84 - (to - from) * 0.07} ${to} ${arch(to) - 84}v14Q${(from + to) / 2} ${arch((from + to) / 2) - 70 - (to - from) * 0.07} ${from} ${arch(from) - 70}Z`,
      colour.woodDark,
    );
  return picture(
    '#dcebc9',
    ground([-60, 250, 250, 190, 560, 250, 900, 180, 1260, 250], '#c3dba9'),
    willow(1050, 400, 420, '#7fa65c'),
    path('M0 350Q220 340 330 420Q460 540 420 675H0Z', colour.fern),
    path('M1200 340Q980 350 870 430Q760 540 790 675H1200Z', colour.moss),
    path('M330 430Q600 400 870 430Q760 540 790 675H420Q460 540 330 430Z', colour.stream),
    ripples(9, 500, 650, colour.water, 3, 500, 740),
    path('M160 400Q600 150 1040 400L1000 420Q600 226 200 420Z', colour.bark),
    planks,
    posts,
    rail(200, 520),
    rail(880, 1000),
    person({
      x: 648,
      y: arch(648) + 2,
      size: 1.32,
      hip: 36,
      lean: 34,
      top: colour.persimmon,
      bottom: colour.river,
      hat: 'straw',
      feet: [
        [700, arch(690)],
        [600, arch(600)],
      ],
      hands: [
        [742, 240],
        [716, 170],
      ],
    }),
    place(728, 184, line([-12, -24, 10, 36], colour.bark, 11) + rect(-34, -42, 50, 24, colour.iron, 5), { turn: -14 }),
    rect(820, arch(840) - 44, 70, 44, colour.brick, 5),
    bush(120, 600, 240, colour.pine),
    tufts(14, [20, 560, 380, 100], colour.moss, 5, 34),
    tufts(14, [830, 540, 360, 120], colour.pine, 9, 34),
  );
}
