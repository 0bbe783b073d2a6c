import { chair, colour, line, person, picture, place, rect, stroke, times } from './kit/index.ts';

/** An old woman walks with a frame between two chairs, a helper beside her. */
export function homePhysio(): string {
  return picture(
    '#f3d7c4',
    rect(0, 530, 1200, 145, '#d9a98a'),
    rect(90, 60, 220, 190, colour.card, 8),
    rect(106, 76, 188, 158, colour.sage),
    stroke('M110 200q50 -70 90 -20t90 -20', colour.moss, 16),
    rect(860, 40, 250, 300, colour.water, 6),
    rect(978, 40, 14, 300, colour.card),
    rect(850, 30, 50, 330, colour.persimmon, 8),
    rect(1070, 30, 50, 330, colour.persimmon, 8),
    times(12, (i) => rect(330 + i * 46, 610, 26, 10, colour.card, 4)),
    chair(150, 470, 150, colour.pine),
    place(1060, 470, chair(0, 0, 150, colour.pine, true)),
    person({
      x: 470,
      y: 612,
      size: 2.15,
      top: colour.river,
      bottom: colour.ink,
      style: 'short',
      skin: colour.skinWarm,
      hands: [
        [560, 400],
        [590, 420],
      ],
      feet: [
        [510, 600],
        [440, 612],
      ],
      lean: 6,
    }),
    person({
      x: 620,
      y: 616,
      size: 1.95,
      lean: 16,
      top: '#8b5a78',
      bottom: colour.inkSoft,
      style: 'bun',
      hair: colour.hairWhite,
      hands: [
        [752, 414],
        [748, 424],
      ],
      feet: [
        [670, 612],
        [600, 616],
      ],
      tilt: -8,
    }),
    stroke('M736 428L716 618M746 420L800 618M740 424H800Q812 424 816 440L850 612M728 510H820', colour.slateDark, 14),
    line([720, 426, 776, 426], colour.ink, 20),
  );
}
