import { colour, disc, line, path, picture, place, rect, ring, times } from './kit/index.ts';

/** Old photographs in their album, under a magnifying glass. */
export function oldPhotos(): string {
  const corners = (w: number, h: number) =>
    [
      [-w, -h, 1, 1],
      [w, -h, -1, 1],
      [-w, h, 1, -1],
      [w, h, -1, -1],
    ]
      .map(([x = 0, y = 0, a = 1, b = 1]) =>
        path(`M${x - a * 8} ${y - b * 8}H${x + a * 34}L${x - a * 8} ${y + b * 34}Z`, '#2b2622'),
      )
      .join('');
  const photo = (x: number, y: number, w: number, h: number, turn: number, inside: string) =>
    place(
      x,
      y,
      rect(-w, -h, w * 2, h * 2, '#f1efe8') +
        rect(-w + 14, -h + 14, w * 2 - 28, h * 2 - 28, '#c9c9c4') +
        inside +
        corners(w, h),
      { turn },
    );
  const pair =
    rect(-106, -76, 212, 152, '#bdbdb8') +
    disc(-40, -14, 27, '#e6e4de') +
    path('M-84 76Q-84 20 -40 20T4 76Z', '#4a4a48') +
    path('M-68 -20Q-64 -50 -40 -48T-12 -20Q-40 -36 -68 -20Z', '#2a2a2a') +
    disc(44, -4, 25, '#e6e4de') +
    path('M4 76Q6 28 44 28T86 76Z', '#8b8b88') +
    path('M16 4Q10 -38 44 -36T72 4Q66 -16 44 -18T16 4Z', '#2a2a2a');
  const gate =
    rect(-96, -96, 192, 192, '#d3d3ce') +
    path('M-96 40H96V96H-96Z', '#8f8f8a') +
    path('M-80 -20Q-60 -22 -40 -60H40Q60 -22 80 -20L74 -6H-74Z', '#3b3b3a') +
    rect(-60, -6, 120, 60, '#777774') +
    rect(-22, 4, 44, 50, '#2f2f2e');
  const bridge =
    rect(-126, -66, 252, 132, '#d6d6d1') +
    path('M-126 20Q-60 -30 0 -30T126 20V66H-126Z', '#6f6f6c') +
    path('M-60 66A60 62 0 0 1 60 66Z', '#c2c2bd') +
    path('M-126 46H126V66H-126Z', '#a5a5a0');
  return picture(
    '#7b5140',
    rect(60, 40, 1080, 600, '#4f3327', 16),
    rect(84, 56, 510, 568, '#5a5148'),
    rect(606, 56, 510, 568, '#62584e'),
    rect(590, 56, 20, 568, '#3b332c'),
    photo(330, 200, 136, 106, -3, pair),
    photo(230, 480, 112, 112, 4, gate),
    photo(
      470,
      486,
      84,
      104,
      -5,
      rect(-70, -90, 140, 180, '#b2b2ad') +
        disc(0, -26, 34, '#e6e4de') +
        path('M-60 90Q-58 16 0 16T60 90Z', '#3a3a39') +
        path('M-36 -28Q-34 -70 0 -68T36 -28Q0 -50 -36 -28Z', '#222'),
    ),
    photo(850, 180, 150, 90, 3, bridge),
    photo(
      790,
      470,
      128,
      100,
      -4,
      rect(-114, -86, 228, 172, '#cfcfca') +
        times(
          3,
          (i) =>
            disc(-66 + i * 66, -8 + (i % 2) * 14, 21, '#e6e4de') +
            path(
              `M${-98 + i * 66} 86Q${-98 + i * 66} 26 ${-66 + i * 66} 26T${-34 + i * 66} 86Z`,
              i === 1 ? '#6d6d6a' : '#3c3c3b',
            ),
        ),
    ),
    line([1000, 500, 1130, 640], colour.wood, 40),
    line([986, 486, 1010, 512], colour.straw, 34),
    `<g opacity="0.55">${disc(910, 396, 118, '#eaf2f3')}</g>`,
    disc(880, 436, 36, '#e6e4de'),
    path('M838 470Q846 500 880 512Q930 508 960 480Q940 450 920 462Q900 480 880 474Q856 472 838 470Z', '#3c3c3b'),
    ring(910, 396, 118, colour.straw, 20),
  );
}
