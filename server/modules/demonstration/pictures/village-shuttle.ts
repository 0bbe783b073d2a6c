import { basket, colour, fir, ground, hills, line, path, person, picture, rect, sun, van } from './kit/index.ts';

/** The yellow shuttle at a mountain village: a woman with a basket gets on. */
export function villageShuttle(): string {
  return picture(
    '#f5e7cf',
    sun(190, 140, 58, '#efc07c'),
    hills(250, 76, '#c8d0a6', 7),
    hills(340, 60, '#9cb083', 13),
    ground([-60, 470, 300, 430, 700, 420, 1260, 380], '#7b9767'),
    fir(1040, 430, 210, '#4c7350'),
    fir(1130, 440, 270, '#3e6647'),
    path('M-20 520Q600 470 1220 500V640Q600 640 -20 675Z', '#cdb995'),
    path('M-20 640Q600 620 1220 620V675H-20Z', '#8b9c62'),
    van(430, 590, 640, colour.straw, '#d7e6e6', true),
    rect(150, 230, 14, 380, colour.slateDark),
    rect(94, 190, 126, 100, colour.river, 14),
    rect(112, 210, 90, 16, colour.card, 5),
    rect(112, 240, 60, 14, colour.water, 5),
    line([600, 560, 720, 560], '#8a6a20', 12),
    person({
      x: 560,
      y: 612,
      size: 1.42,
      top: colour.persimmon,
      bottom: colour.inkSoft,
      hat: 'scarf',
      hatColour: '#c9573a',
      lean: 12,
      feet: [
        [640, 562],
        [556, 612],
      ],
      hands: [
        [650, 440],
        [606, 500],
      ],
    }),
    basket(492, 412, 106, 130, colour.wood),
    line([540, 420, 560, 460, 548, 520], '#6f4c28', 8),
  );
}
