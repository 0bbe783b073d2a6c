import { colour, line, oval, path, person, picture, rect, stroke, times, type Point } from './kit/index.ts';

/** Three women beat big red drums, ribbons on their sticks. */
export function drumTeam(): string {
  const drum = (x: number) =>
    path(`M${x - 120} 430Q${x - 158} 520 ${x - 116} 610H${x + 116}Q${x + 158} 520 ${x + 120} 430Z`, '#bf3f24') +
    times(7, (i) => oval(x - 102 + i * 34, 452 + Math.abs(3 - i) * -3 + 8, 7, 7, colour.straw)) +
    times(7, (i) => oval(x - 102 + i * 34, 594, 7, 7, colour.straw)) +
    oval(x, 428, 122, 32, colour.cream) +
    oval(x, 428, 122, 32, '#e8d3a3') +
    oval(x, 426, 108, 25, colour.cream);
  const stick = (from: Point, to: Point, tone: string) =>
    line([from, to], colour.woodDark, 12) +
    stroke(`M${from[0]} ${from[1]}q-22 40 6 70t-8 66`, tone, 11) +
    stroke(`M${from[0]} ${from[1]}q26 36 8 64t14 60`, colour.straw, 9);
  const woman = (x: number, top: string, ribbon: string, left: Point, right: Point) =>
    person({
      x,
      y: 600,
      size: 1.9,
      view: 'front',
      top,
      bottom: colour.ink,
      style: 'bun',
      hands: [left, right],
      apron: colour.cream,
    }) +
    stick(left, [left[0] + 26, left[1] - 92], ribbon) +
    stick(right, [right[0] - 26, right[1] - 92], ribbon);
  return picture(
    '#f0dcb2',
    rect(0, 520, 1200, 155, '#d3b27a'),
    times(13, (i) =>
      path(`M${i * 100} 0h84l-42 64Z`, i % 3 === 0 ? '#bf3f24' : i % 3 === 1 ? colour.straw : colour.pine),
    ),
    woman(220, '#1f6147', '#d9702f', [112, 190], [330, 300]),
    woman(600, '#1f6147', '#d9702f', [480, 170], [720, 170]),
    woman(980, '#1f6147', '#d9702f', [870, 300], [1088, 190]),
    drum(220),
    drum(600),
    drum(980),
  );
}
