import { colour, darker, disc, line, oval, path, picture, rect, stroke, times } from './kit/index.ts';

/** A big ear with a small hearing aid, and its batteries. */
export function hearingAidDay(): string {
  const skin = '#e3ad84';
  return picture(
    '#5d8f97',
    path('M-20 -20H420C560 40 640 180 640 330C650 480 560 600 470 700H-20Z', skin),
    path('M-20 -20H470C440 120 330 150 250 260C180 360 200 480 60 560L-20 590Z', colour.hairGrey),
    times(5, (i) =>
      stroke(`M${60 + i * 76} -20C${80 + i * 60} 120 ${10 + i * 46} 240 ${-10 + i * 30} ${480 - i * 50}`, '#9da19c', 7),
    ),
    path(
      'M380 190C440 90 640 80 690 230C730 350 650 400 620 470C600 530 560 580 500 570C440 560 430 510 436 460C440 400 380 330 380 190Z',
      darker(skin, 0.06),
    ),
    stroke('M404 250C420 130 620 110 650 240C672 340 600 380 576 450C560 500 540 530 506 530', darker(skin, 0.26), 24),
    stroke('M470 300C480 220 570 210 584 270C594 330 520 350 520 410', darker(skin, 0.26), 22),
    oval(500, 412, 26, 34, darker(skin, 0.5)),
    path(
      'M330 210C320 130 380 80 430 92C470 104 450 150 420 168C396 186 396 240 400 320C404 380 350 390 340 340C332 300 336 260 330 210Z',
      colour.paperShade,
    ),
    path('M330 210C334 260 332 300 340 340C350 390 404 380 400 320C398 290 396 260 397 236Z', colour.stone),
    disc(368, 280, 15, colour.pine),
    stroke('M436 96C500 70 470 330 500 404', colour.card, 9),
    oval(502, 410, 20, 26, colour.card),
    times(3, (i) => {
      const [x, y] = [800 + i * 138, 520 - (i % 2) * 44];
      return (
        oval(x, y + 20, 56, 40, '#9a7a24') +
        rect(x - 56, y, 112, 20, '#9a7a24') +
        oval(x, y, 56, 40, colour.straw) +
        oval(x, y, 42, 29, '#f0cd7c') +
        line([x - 14, y, x + 14, y], '#9a7a24', 6) +
        line([x, y - 11, x, y + 11], '#9a7a24', 6)
      );
    }),
    stroke('M800 210a90 90 0 0 1 0 130M870 160a160 160 0 0 1 0 230M940 110a230 230 0 0 1 0 330', colour.water, 20),
  );
}
