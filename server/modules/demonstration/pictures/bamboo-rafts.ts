import {
  bamboo,
  colour,
  darker,
  ground,
  hills,
  line,
  path,
  picture,
  rect,
  ripples,
  stroke,
  times,
} from './kit/index.ts';

/** A bamboo raft with two chairs, tied up at the bank. */
export function bambooRafts(): string {
  const stems = times(7, (i) => {
    const shift = i * 15;
    const y = 468 + i * 15;
    const tone = i % 2 === 0 ? '#b9b765' : '#a8a856';
    return (
      path(
        `M${250 - shift} ${y + 6}Q${210 - shift} ${y - 6} ${180 - shift} ${y - 40}L${194 - shift} ${y - 48}Q${226 - shift} ${y - 14} ${262 - shift} ${y - 8}H${980 - shift}V${y + 6}Z`,
        tone,
      ) + times(5, (k) => rect(340 + k * 140 - shift + (i % 2) * 34, y - 8, 5, 14, darker(tone, 0.3)))
    );
  });
  const seat = (x: number) =>
    [
      line([x - 58, 350, x - 64, 500], '#8a5a2a', 15),
      line([x + 58, 350, x + 64, 500], '#8a5a2a', 15),
      rect(x - 68, 232, 136, 150, '#c98c4a', 16),
      times(4, (i) => rect(x - 48 + i * 27, 250, 14, 116, '#8a5a2a', 6)),
      rect(x - 86, 376, 172, 44, '#e0a865', 12),
      line([x - 80, 330, x - 80, 400], '#c98c4a', 14),
      line([x + 80, 330, x + 80, 400], '#c98c4a', 14),
    ].join('');
  return picture(
    '#d7ead9',
    hills(230, 60, '#a9cfb6', 11),
    hills(300, 34, '#86b79c', 4),
    rect(0, 350, 1200, 325, '#4f9a8f'),
    ripples(26, 380, 660, '#8cc4b6', 9),
    rect(150, 588, 760, 26, '#3d8077', 12),
    line([206, 120, 336, 640], colour.woodPale, 12),
    stems,
    line([330, 462, 246, 568], colour.woodDark, 12),
    line([850, 462, 760, 568], colour.woodDark, 12),
    seat(450),
    seat(650),
    stroke('M968 500Q1020 560 1074 480', colour.wheat, 9),
    ground([900, 700, 1000, 560, 1090, 500, 1220, 470, 1300, 470], '#6c8f4e'),
    rect(1060, 410, 32, 130, colour.bark, 6),
    line([1054, 470, 1098, 470], colour.wheat, 13),
    line([1054, 486, 1098, 486], colour.wheat, 13),
    bamboo(1150, 560, 600, '#7fa552', 26, 3),
    bamboo(1080, 400, 420, '#8db35d', 20, 7),
    bamboo(1030, 430, 450, '#7fa552', 18, 12),
  );
}
