import type { County } from '#platform/county';
import type { UploadLimits } from '../contract.ts';

/** What holds where a county says nothing: a day's filming of one person, and a day's photographs. */
const ours: UploadLimits = { openFiles: 50, gigabytesADay: 12, pictureMegabytesADay: 300 };

/** 每人上传上限: what one person may send in this county, from its settings. */
export function uploadLimitsIn(settings: County['settings']): UploadLimits {
  const set = Object(settings['uploadLimits']) as Readonly<Record<string, unknown>>;
  const numberOr = (name: keyof UploadLimits): number => {
    const value = set[name];
    return Number.isInteger(value) && Number(value) > 0 ? Number(value) : ours[name];
  };
  return {
    openFiles: numberOr('openFiles'),
    gigabytesADay: numberOr('gigabytesADay'),
    pictureMegabytesADay: numberOr('pictureMegabytesADay'),
  };
}
