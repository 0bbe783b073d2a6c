import { colour, darker, hills, house, line, path, person, picture, rect, times } from './kit/index.ts';

/** Two linemen on the pole; below, a candle and a torch. */
export function powerWorkShuangjing(): string {
  const wire = (y: number, sag: number) =>
    path(`M-20 ${y}Q300 ${y + sag} 600 ${y}Q900 ${y + sag} 1220 ${y}`, 'none').replace(
      'fill="none"',
      'fill="none" stroke="#2b3a3a" stroke-width="6"',
    );
  return picture(
    '#ecd2c8',
    hills(430, 26, '#c9b7a6', 29),
    house(40, 470, 250, 110, { roof: '#7a5f58', wall: '#f6e9dd' }),
    house(900, 470, 270, 120, { roof: '#7a5f58', wall: '#f6e9dd' }),
    rect(0, 468, 1200, 207, '#9d8674'),
    wire(116, 70),
    wire(196, 74),
    rect(584, 30, 34, 470, '#6a5648', 4),
    rect(440, 104, 320, 22, '#5a483c', 4),
    rect(460, 184, 280, 20, '#5a483c', 4),
    times(4, (i) => rect(456 + i * 88, 78, 18, 30, colour.card, 6)),
    person({
      x: 505,
      y: 430,
      size: 1.75,
      lean: -6,
      top: colour.orange,
      bottom: '#33465a',
      hat: 'helmet',
      hatColour: colour.straw,
      feet: [
        [588, 392],
        [584, 430],
      ],
      hands: [
        [572, 206],
        [560, 240],
      ],
      hip: 76,
    }),
    person({
      x: 698,
      y: 470,
      size: 1.75,
      flip: true,
      lean: -6,
      top: colour.orange,
      bottom: '#33465a',
      hat: 'helmet',
      hatColour: colour.card,
      feet: [
        [614, 430],
        [616, 470],
      ],
      hands: [
        [622, 250],
        [640, 300],
      ],
      hip: 76,
    }),
    line([486, 318, 600, 330], colour.straw, 9),
    line([716, 356, 600, 366], colour.straw, 9),
    rect(0, 560, 1200, 115, '#5b4636'),
    rect(0, 560, 1200, 12, '#715845'),
    path('M250 640Q250 610 330 610T410 640Q410 656 330 656T250 640Z', colour.stonePale),
    rect(300, 470, 60, 160, colour.cream, 8),
    path('M300 486Q320 520 322 490T360 500V478H300Z', '#e6d9b0'),
    line([330, 472, 330, 452], colour.ink, 5),
    path('M330 376C356 412 362 430 352 448C342 464 318 464 308 448C298 430 306 412 330 376Z', colour.apricot),
    path('M330 412C342 430 344 438 340 448C334 456 326 456 320 448C316 438 320 430 330 412Z', colour.cream),
    rect(720, 586, 230, 56, colour.persimmon, 12),
    path('M950 578L1010 560V668L950 650Z', darker(colour.persimmon, 0.25)),
    rect(1006, 560, 14, 108, colour.cream, 6),
    rect(790, 576, 50, 14, colour.ink, 6),
    `<g opacity="0.3"><path d="M1020 566L1220 500V675H1020Z" fill="#f3d9a4"/></g>`,
  );
}
