import { colour, darker } from './palette.ts';
import { disc, line, oval, path, rect } from './shapes.ts';

/** Skin, hair and what is worn on the head; `tilt` bows it by degrees. */
export type HeadLook = {
  skin?: string;
  hair?: string;
  style?: 'short' | 'bob' | 'bun' | 'bald' | 'pigtails' | 'plait';
  hat?: 'straw' | 'cap' | 'helmet' | 'scarf' | 'knitted' | 'nurse' | 'cook';
  hatColour?: string;
  tilt?: number;
};

/** A head of radius 21 about its own middle, facing right from the side, or us, or away. */
export function head(look: HeadLook, view: 'side' | 'front' | 'back'): string {
  const { skin = colour.skin, hair = colour.hair, style = 'short', hat, hatColour } = look;
  const face = oval(0, 0, 19.5, 22, skin);
  return (
    hairBehind(style, hair, view) +
    (view === 'side' ? oval(-4, 3, 4, 6, darker(skin, 0.12)) : '') +
    face +
    hairBefore(style, hair, skin, view) +
    (hat === undefined ? '' : hatShape(hat, hatColour, view))
  );
}

function hairBehind(style: HeadLook['style'], hair: string, view: string): string {
  if (style === 'bob')
    return view === 'side'
      ? path('M4 -24C-30 -28 -30 10 -22 22C-12 24 -4 20 -2 12Z', hair)
      : path('M0 -25C-30 -25 -28 12 -23 22H23C28 12 30 -25 0 -25Z', hair);
  if (style === 'bun') return view === 'side' ? disc(-24, -2, 10, hair) : disc(0, -27, 10, hair);
  if (style === 'pigtails')
    return view === 'side'
      ? oval(-25, 4, 7, 14, hair, 20)
      : oval(-26, 4, 7, 14, hair, 20) + oval(26, 4, 7, 14, hair, -20);
  if (style === 'plait')
    return view === 'side' ? line([-16, 6, -22, 26, -18, 52], hair, 10) : line([15, 8, 22, 26, 20, 48], hair, 9);
  return '';
}

function hairBefore(style: HeadLook['style'], hair: string, skin: string, view: string): string {
  if (view === 'back')
    return style === 'bald'
      ? path('M-20 0A20 22 0 0 0 20 0Q14 12 0 12T-20 0Z', hair)
      : oval(0, -1, 21, style === 'bob' ? 25 : 22, hair) +
          (style === 'bun' ? disc(0, -14, 11, darker(hair, 0.25)) : '');
  if (style === 'bald')
    return view === 'side'
      ? path('M-20 -4Q-21 14 -10 18Q-6 6 -8 -4Q-14 -10 -20 -4Z', hair)
      : path('M-20 -6Q-23 8 -18 14Q-15 4 -16 -6ZM20 -6Q23 8 18 14Q15 4 16 -6Z', hair);
  if (view === 'side')
    return (
      path('M17 -14C8 -30 -16 -27 -21 -8C-23 4 -20 13 -14 17C-9 13 -11 4 -7 -2C0 -4 10 -7 17 -14Z', hair) +
      oval(-5, 3, 3.6, 5.4, darker(skin, 0.1))
    );
  return path('M-20.5 -1C-23 -34 23 -34 20.5 -1C17 -10 12 -13 4 -13C-6 -13 -16 -11 -20.5 -1Z', hair);
}

function hatShape(hat: NonNullable<HeadLook['hat']>, tone: string | undefined, view: string): string {
  switch (hat) {
    case 'straw':
      return path('M-44 -8Q-14 -14 -6 -34Q0 -38 6 -34Q14 -14 44 -8Q20 -2 0 -2T-44 -8Z', tone ?? colour.straw);
    case 'cap':
      return (
        path('M-21 -6C-22 -32 21 -32 20 -6Z', tone ?? colour.river) +
        (view === 'back' ? '' : rect(view === 'side' ? 6 : -15, -10, 30, 6, darker(tone ?? colour.river), 3))
      );
    case 'helmet':
      return (
        path('M-24 -6C-25 -36 24 -36 23 -6Z', tone ?? colour.straw) +
        rect(-27, -9, view === 'side' ? 60 : 54, 6, darker(tone ?? colour.straw, 0.14), 3)
      );
    case 'scarf':
      return path(
        'M-22 6C-27 -32 24 -34 20 -6C10 -12 -2 -10 -8 0C-10 8 -12 14 -16 20Q-22 16 -22 6Z',
        tone ?? colour.persimmon,
      );
    case 'knitted':
      return (
        path('M-22 -4C-24 -34 23 -34 21 -4Z', tone ?? colour.persimmon) +
        rect(-24, -10, 47, 10, darker(tone ?? colour.persimmon), 5) +
        disc(-1, -31, 7, lighterTip(tone))
      );
    case 'nurse':
      return path('M-17 -16L-20 -31Q0 -38 20 -31L17 -16Q0 -22 -17 -16Z', tone ?? colour.card);
    case 'cook':
      return (
        rect(-20, -26, 39, 14, tone ?? colour.card, 3) +
        disc(-12, -30, 12, tone ?? colour.card) +
        disc(12, -30, 12, tone ?? colour.card) +
        disc(0, -35, 13, tone ?? colour.card)
      );
  }
}

const lighterTip = (tone: string | undefined): string => (tone === undefined ? colour.cream : colour.card);
