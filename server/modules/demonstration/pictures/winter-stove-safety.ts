import { colour, disc, line, path, picture, rect, ring, snow, stroke, times, within } from './kit/index.ts';

/** The iron stove, its pipe led out through the window, the alarm above. */
export function winterStoveSafety(): string {
  return picture(
    '#e2c3a2',
    rect(0, 560, 1200, 115, '#a9805c'),
    times(6, (i) => line([0 + i * 220, 560, -60 + i * 244, 675], '#94704f', 5)),
    rect(640, 60, 420, 330, '#7e8ea6'),
    within('pane', 'M640 60H1060V390H640Z', snow(80, colour.card, 22)),
    rect(622, 42, 456, 22, colour.woodDark, 4),
    rect(622, 384, 456, 24, colour.woodDark, 4),
    rect(622, 42, 22, 366, colour.woodDark, 4),
    rect(1056, 42, 22, 366, colour.woodDark, 4),
    rect(838, 60, 20, 330, colour.woodDark),
    rect(858, 60, 198, 140, '#93a2b6'),
    rect(300, 120, 62, 200, colour.slateDark),
    path('M300 180V150Q300 108 344 108H1240V170H380Q362 170 362 188V200Z', colour.slateDark),
    rect(840, 98, 46, 82, colour.slate, 6),
    rect(470, 98, 20, 82, colour.iron),
    rect(290, 230, 82, 18, colour.iron),
    path('M200 320H462L480 540H182Z', colour.iron),
    rect(180, 300, 302, 34, colour.ink, 12),
    rect(232, 376, 198, 104, colour.ink, 14),
    rect(248, 390, 166, 76, colour.orange, 10),
    path(
      'M262 466C260 430 290 432 290 404C312 420 306 440 322 446C330 424 340 420 338 400C372 420 366 444 400 466Z',
      colour.straw,
    ),
    line([220, 540, 206, 612], colour.ink, 20),
    line([446, 540, 458, 612], colour.ink, 20),
    rect(160, 600, 340, 16, colour.slate, 6),
    path('M300 300C290 250 270 244 250 244H214', colour.iron),
    path('M214 296C206 250 230 232 272 232C314 232 330 250 324 296Z', colour.river),
    path('M316 264L356 240L362 252L322 286Z', colour.river),
    stroke('M232 236a40 34 0 0 1 76 0', colour.ink, 8),
    disc(540, 258, 62, colour.card),
    ring(540, 258, 62, colour.line, 8),
    disc(540, 258, 20, colour.persimmon),
    times(8, (i) =>
      disc(540 + Math.cos((i * Math.PI) / 4) * 40, 258 + Math.sin((i * Math.PI) / 4) * 40, 5, colour.stone),
    ),
    times(3, (i) => rect(640 + i * 90, 560 - (i % 2) * 8, 78, 50, colour.ink, 8)),
    disc(700, 548, 26, colour.ink) + disc(780, 544, 28, colour.iron),
  );
}
