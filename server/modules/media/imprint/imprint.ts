import { sha256 } from '#platform/canonical';
import type { Picture } from '../picture/picture-queries.ts';

/** What a picture's files say of it. Where it was taken and with what camera is no part of it. */
export type Imprint = Pick<
  Picture,
  'title' | 'caption' | 'alt' | 'credit' | 'rightsHolder' | 'licence' | 'takenOn' | 'machine' | 'keywords'
>;

/** Raised when the files are written otherwise, so that all are made anew. */
const form = 1;

/** Tells whether a file says what the library says now: 16 hexadecimal digits. */
export const imprintHash = (one: Imprint): string =>
  sha256(
    JSON.stringify([
      form,
      one.title,
      one.caption,
      one.alt,
      one.credit,
      one.rightsHolder,
      one.licence,
      one.takenOn,
      one.machine,
      one.keywords,
    ]),
  ).slice(0, 16);

/** IPTC's word for what a machine did (https://cv.iptc.org/newscodes/digitalsourcetype/); undefined where nobody says so: that a camera took it is not claimed either. */
export function digitalSourceType({ machine }: Pick<Imprint, 'machine'>): string | undefined {
  if (machine === null) return undefined;
  const name = machine === 'made' ? 'trainedAlgorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia';
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`;
}

/** Whose it is and under which terms, in one line. */
export const rightsLine = ({ rightsHolder, licence }: Pick<Imprint, 'rightsHolder' | 'licence'>): string =>
  [rightsHolder, licence].filter((part) => part !== '').join(' · ');
