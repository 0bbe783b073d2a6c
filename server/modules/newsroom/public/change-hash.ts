import { canonicalHash } from '#platform/canonical';

/** What became of a published text. `changed`: its section, places, validity or successor; the text is as it was. */
export type ChangeKind = 'published' | 'updated' | 'corrected' | 'withdrawn' | 'restored' | 'changed';

/** A change as it is sealed. */
export interface SealedChange {
  readonly id: string;
  readonly county: number;
  readonly story: string;
  readonly kind: ChangeKind;
  /** Number and text's hash of the edition that was published, taken down or put back; null where none was. */
  readonly edition: number | null;
  readonly fingerprint: string | null;
  /** ISO, milliseconds. */
  readonly at: string;
}

/** The chain on which changes are sealed. */
export const changeChain = 'changes';

/** SHA-256 over the change's RFC 8785 form, which whoever reads the feed can make too. */
export const changeHash = ({ id, county, story, kind, edition, fingerprint, at }: SealedChange): string =>
  canonicalHash({ id, county, story, kind, edition, fingerprint, at });
