import { lightAddress } from '../../lead/light-address.ts';

/** Where a link of the record opens: here, with its query, or in the large console where this entry has no page for it. */
export function lightHref(href: string): string {
  const [path = '', query] = href.split('?');
  const light = lightAddress(path);
  return light === null ? href : light + (query === undefined ? '' : `?${query}`);
}
