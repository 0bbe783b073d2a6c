import type { DispatchPlanView } from '@xiangyin/server/contract';
import type { Spot } from './map-drawing.ts';

/** Somebody who goes, at the village they live in. */
export type Home = DispatchPlanView['map']['homes'][number];

/** What stands at one place. */
export interface MapSpot {
  readonly placeId: string;
  readonly at: Spot;
  /** The number that stands in it. */
  readonly count: number;
  /** Drawn with a broken line in the colour of what is urgent. */
  readonly presses: boolean;
  /** What it says, for whoever hears it. */
  readonly label: string;
  /** Ids of the persons whose way leads there. */
  readonly goers: ReadonlySet<string>;
}

/** What a map shows above its ground, and what is chosen in it. */
export interface MapPicture {
  /** What it is a map of. */
  readonly title: string;
  readonly spots: readonly MapSpot[];
  readonly homes: readonly Home[];
  /** Whose way is looked at: the others grow faint. */
  readonly person?: Home | undefined;
  readonly chosenId: string | null;
  readonly onChoose: (placeId: string) => void;
}
