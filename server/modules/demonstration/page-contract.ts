import type { TextRun } from '#newsroom/page-contract';

/** `/demonstration/story` and `/demonstration/order`, view `demonstration/walk`: a guided walk. All words are the module's, in the page's language. */
export interface WalkPageProps {
  walk: 'story' | 'order';
  title: string;
  /** One or two sentences on what the walk shows. */
  introduction: string;
  steps: readonly WalkStep[];
  /** What came out, once the last step is done. */
  result: WalkResult | null;
  /** The other walk and the people, to go on with. */
  onward: readonly Onward[];
}

/** A page of the demonstration to go on with. */
export interface Onward {
  href: string;
  title: string;
}

/** `/demonstration/people`, view `demonstration/people`: everybody whom one click makes one. */
export interface PeoplePageProps {
  title: string;
  introduction: string;
  /** That what waits for these people is not all there yet; null once it is. */
  loading: string | null;
  people: readonly {
    key: string;
    personName: string;
    /** `值班总编`. */
    roleName: string;
    /** Null on another computer than the demonstration's own. */
    act: WalkAct | null;
  }[];
  onward: readonly Onward[];
}

/** One step, played by one person. */
export interface WalkStep {
  key: string;
  state: 'done' | 'now' | 'ahead';
  /** `值班总编`: who one is in this step. */
  roleName: string;
  personName: string;
  title: string;
  text: string;
  /** The one click of this step; null while it is ahead or done. */
  act: WalkAct | null;
}

/** A link, or a form of hidden fields with one button. */
export type WalkAct =
  | { kind: 'link'; href: string; label: string }
  | { kind: 'post'; action: string; fields: Readonly<Record<string, string>>; label: string };

/** The end of a walk. */
export interface WalkResult {
  /** Of the story walk: from the last signature to the public page; null when nothing was measured. */
  signOffToPublicMilliseconds: number | null;
  /** `signature-fell`: one character was changed and these signatures no longer hold. */
  change: { runs: readonly TextRun[]; fallenSignatures: number } | null;
  text: string;
  link: { href: string; label: string } | null;
}

/** The demonstration's views by name. */
export interface DemonstrationViews {
  'demonstration/walk': WalkPageProps;
  'demonstration/people': PeoplePageProps;
}
