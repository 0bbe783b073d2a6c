import { bigHand, colour, darker, disc, faint, line, path, picture, place, poly, rect } from './kit/index.ts';

/** An old hand and a young one at a telephone with huge buttons. */
export function phoneLessons(): string {
  const tile = (x: number, y: number, tone: string, mark: string) =>
    rect(x, y, 128, 128, tone, 26) + place(x + 64, y + 64, mark);
  const call = path(
    'M-36 -32Q-40 -44 -28 -44L-14 -42L-8 -18L-20 -8Q-8 14 12 22L22 10L44 18L44 32Q42 44 28 42Q-28 32 -36 -32Z',
    colour.card,
  );
  const family =
    disc(-20, -18, 15, colour.card) +
    disc(22, -12, 12, colour.card) +
    path('M-48 34Q-46 2 -20 2T8 34ZM2 34Q4 8 22 8T48 34Z', colour.card);
  const sun =
    disc(0, 0, 22, colour.card) +
    [0, 45, 90, 135].map((turn) => place(0, 0, rect(-44, -4, 88, 8, colour.card, 4), { turn })).join('');
  const help = path('M0 -40C30 -66 66 -20 0 38C-66 -20 -30 -66 0 -40Z', colour.card);
  return picture(
    '#f0c3a4',
    faint(0.5, disc(600, 330, 430, '#f7dcc8')),
    rect(420, 40, 350, 600, colour.ink, 46),
    rect(440, 84, 310, 500, colour.card, 20),
    rect(540, 56, 110, 12, colour.slateDark, 6),
    tile(456, 130, colour.pine, call),
    tile(606, 130, colour.river, family),
    tile(456, 280, colour.gold, sun),
    tile(606, 280, colour.persimmon, help),
    rect(456, 440, 278, 96, colour.pine, 24),
    poly([580, 466, 580, 510, 622, 488], colour.card, 8),
    bigHand(250, 560, 1.75, { turn: 38, skin: '#d9a884', sleeve: '#6b4457', curl: 0.15, thumb: [70, -150] }),
    line([322, 486, 340, 452], darker('#d9a884', 0.2), 5),
    line([352, 498, 366, 470], darker('#d9a884', 0.2), 5),
    bigHand(1000, 560, 1.6, {
      turn: -48,
      skin: '#f0c8a4',
      sleeve: colour.leaf,
      curl: 0.35,
      flip: true,
      thumb: [74, -140],
    }),
    line([806, 402, 700, 346], '#f0c8a4', 42),
  );
}
