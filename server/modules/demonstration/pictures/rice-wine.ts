import { basket, bowl, colour, line, oval, path, picture, rect, steam, stroke, times } from './kit/index.ts';

/** Rice wine: a jar with its ladle, steamed rice, a small bowl. */
export function riceWine(): string {
  return picture(
    '#4a2f35',
    rect(0, 520, 1200, 155, '#7a4f3c'),
    rect(0, 520, 1200, 12, '#94634a'),
    path(
      'M280 170H560C560 220 680 260 690 390C694 500 620 590 560 610H280C220 590 146 500 150 390C160 260 280 220 280 170Z',
      '#a4552f',
    ),
    path('M152 380C200 420 640 420 688 380Q690 430 682 460C620 490 220 490 158 460Q148 430 152 380Z', '#8a4526'),
    path('M196 300Q170 340 170 400Q186 330 226 284Z', '#c47a4e'),
    oval(420, 172, 150, 38, '#8a4526'),
    oval(420, 176, 126, 28, '#efe3c4'),
    line([470, 180, 560, 20], colour.woodPale, 20),
    oval(462, 182, 50, 18, colour.wood),
    stroke('M556 30q20 -26 34 -6', colour.woodPale, 14),
    path('M336 330L420 246L504 330L420 414Z', '#c2562d'),
    line([420, 380, 420, 290], colour.cream, 6),
    times(6, (i) =>
      oval(420 + (i % 2 === 0 ? -15 : 15), 356 - Math.floor(i / 2) * 26, 8, 15, colour.cream, i % 2 === 0 ? -32 : 32),
    ),
    oval(420, 280, 8, 15, colour.cream),
    steam(930, 260, 190, '#d9c6c0', 3, 80),
    path('M760 340Q800 250 930 250T1100 340Z', colour.card),
    times(30, (i) => oval(800 + ((i * 67) % 260), 330 - ((i * 29) % 56), 9, 5, '#e6e0d0', (i * 40) % 180)),
    basket(930, 340, 350, 200, colour.woodPale, 'rice'),
    bowl(760, 560, 170, 72, colour.water, '#f2e7c9'),
  );
}
