import type { MaterialView } from '@xiangyin/server/contract';
import { sizeOf } from '../upload/size.ts';

/** Where a text links to for a material: a document to its file, a recording to what plays it. */
export const linkAddress = ({ href, hash }: MaterialView): string => href ?? `/materials/${hash}`;

/** The words of that link. Whoever takes a document home wants to know how large it is. */
export function linkWords({ title, name, kind, bytes }: MaterialView): string {
  const said = title || name;
  if (kind !== 'document') return said;
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase();
  return `${said}（${[ending, sizeOf(bytes)].filter(Boolean).join('，')}）`;
}
