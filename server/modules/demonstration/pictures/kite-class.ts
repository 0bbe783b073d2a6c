import { bird, cloud, colour, disc, hills, line, path, person, picture, place, rect, stroke } from './kit/index.ts';

/** A swallow kite over the playground, a child holds the reel. */
export function kiteClass(): string {
  const swallow = [
    path('M0 -20C-60 -90 -230 -110 -330 -60C-240 -50 -150 10 -60 50Z', colour.ink),
    path('M0 -20C60 -90 230 -110 330 -60C240 -50 150 10 60 50Z', colour.ink),
    path('M-20 -48C-120 -84 -220 -84 -284 -66C-210 -50 -130 -10 -60 26Z', colour.persimmon),
    path('M20 -48C120 -84 220 -84 284 -66C210 -50 130 -10 60 26Z', colour.persimmon),
    disc(-150, -46, 17, colour.straw),
    disc(150, -46, 17, colour.straw),
    path('M0 60C-30 120 -90 200 -130 240C-70 230 -20 180 0 130C20 180 70 230 130 240C90 200 30 120 0 60Z', colour.ink),
    path(
      'M0 -110C46 -100 66 -30 50 50C40 100 20 130 0 140C-20 130 -40 100 -50 50C-66 -30 -46 -100 0 -110Z',
      colour.ink,
    ),
    path('M0 -30C30 0 34 60 0 116C-34 60 -30 0 0 -30Z', colour.card),
    disc(0, -78, 34, colour.ink),
    disc(-14, -82, 8, colour.card),
    disc(14, -82, 8, colour.card),
    path('M-10 -62L0 -44L10 -62Z', colour.straw),
  ].join('');
  return picture(
    '#9ecbe3',
    cloud(1000, 300, 1),
    cloud(180, 180, 0.8),
    bird(400, 330, 40),
    bird(330, 290, 28),
    hills(520, 20, '#86b08a', 3),
    rect(0, 560, 1200, 115, '#d99b6c'),
    path('M0 600Q600 556 1200 600V612Q600 570 0 612ZM0 646Q600 606 1200 646V658Q600 620 0 658Z', colour.cream),
    rect(60, 340, 14, 230, colour.slate),
    rect(20, 330, 94, 66, colour.card, 4),
    stroke('M738 320Q520 520 356 532', colour.card, 4),
    place(740, 220, swallow, { turn: 12, scale: 1.12 }),
    person({
      x: 290,
      y: 640,
      size: 1.5,
      child: true,
      top: colour.straw,
      bottom: colour.pine,
      style: 'short',
      tilt: -22,
      hands: [
        [362, 520],
        [350, 546],
      ],
      feet: [
        [316, 640],
        [262, 640],
      ],
    }),
    disc(364, 532, 22, colour.woodDark),
    line([342, 532, 386, 532], colour.woodPale, 9),
    line([364, 510, 364, 554], colour.woodPale, 9),
  );
}
