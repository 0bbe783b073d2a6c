/** The look's own colours and their neighbours, so that every picture belongs to the same paper. */
export const colour = {
  paper: '#fbf8f1',
  paperShade: '#f3eee2',
  card: '#fffdf8',
  line: '#ddd5c3',
  ink: '#1f2a25',
  inkSoft: '#4c5a52',

  mist: '#dfe9e4',
  sage: '#a9c6b4',
  fern: '#6f9d84',
  moss: '#45795f',
  pine: '#1f6147',
  pineDeep: '#143f30',
  leaf: '#8fb06a',
  spring: '#bccf8d',

  blush: '#fbe9df',
  peach: '#f0b994',
  apricot: '#e89a5f',
  orange: '#d9702f',
  persimmon: '#b8451f',
  brick: '#8f3a22',
  rose: '#d88d86',
  plum: '#6b4457',

  sky: '#e2eef5',
  water: '#bcd6e4',
  stream: '#7caac6',
  river: '#1e5f86',
  riverDeep: '#174864',
  night: '#15273a',
  nightSoft: '#223c54',
  dusk: '#56617c',

  cream: '#fbf1d6',
  wheat: '#f3d9a4',
  straw: '#e2b955',
  gold: '#c8922a',
  grain: '#8a6200',
  earth: '#a5815a',
  soil: '#6d4f35',

  woodPale: '#d3ad78',
  wood: '#a97c4b',
  woodDark: '#71502f',
  bark: '#54402e',

  stonePale: '#d5d3c8',
  stone: '#adaea4',
  slate: '#747d79',
  slateDark: '#4d5856',
  iron: '#353f3e',

  skin: '#e9bb95',
  skinWarm: '#d9a37a',
  skinDeep: '#c08860',
  hair: '#2b2724',
  hairGrey: '#b4b7b2',
  hairWhite: '#e4e4de',
} as const;

/** The colour `share` of the way from `from` to `to` (0 to 1); both as #rrggbb. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const a = Number.parseInt(from.slice(at, at + 2), 16);
    const b = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The same colour in shadow. */
export const darker = (tone: string, share = 0.18): string => mix(tone, '#16241f', share);

/** The same colour in light. */
export const lighter = (tone: string, share = 0.25): string => mix(tone, '#fffdf8', share);
