/** A recording as a page plays it. Paths are those of this site. */
export interface PageRecording {
  kind: 'audio' | 'video';
  title: string;
  /** The best for a small screen first. */
  sources: readonly { src: string; type: string; media: string | null }[];
  /** `label` is the language's own name. */
  tracks: readonly { src: string; language: string; label: string }[];
  poster: string | null;
  /** Pixels of a video; 0 for sound. */
  width: number;
  height: number;
  seconds: number;
  /** The shape of a sound as one SVG path in a box of `bars` times 4 by 100; null for video. */
  shape: { path: string; bars: number } | null;
}

/** Sound, video or a document as pages show it, and other programs are told of it. */
export interface ShownMaterial {
  title: string;
  caption: string;
  credit: string;
  /** Whose it is, and under which terms it may be shown; empty: nothing is said. */
  rightsHolder: string;
  licence: string;
  /** What a machine did, and the words that say so beside it. */
  machine: { mark: 'made' | 'changed'; words: string } | null;
  /** Paragraphs of what is said and seen; empty: nobody has written it down. */
  transcript: readonly string[];
  /** Other ways to have it, for those who cannot see or hear it: a film in which what is to be seen is spoken, and what is said and seen in writing. Said beside it. */
  otherwise: readonly { kind: 'described' | 'written'; href: string; words: string }[];
  /** Null for a document, and while the recording is still converted. */
  recording: PageRecording | null;
  document: { href: string; name: string; bytes: number } | null;
}

/** `/materials/<hash>`, view `media/material`: a recording with what is said in it, or a document to take home. */
export type MaterialPageProps = ShownMaterial;

/** The library's views by name. */
export interface MediaViews {
  'media/material': MaterialPageProps;
}
