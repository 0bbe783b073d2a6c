import type { County } from '#platform/county';
import type { LegalNotice } from './page-contract.ts';

const kinds = {
  // 互联网信息服务管理办法 art. 12, 非经营性互联网信息服务备案管理办法 art. 13; 互联网新闻信息服务管理规定 art. 18; 公安机关互联网安全监督检查规定.
  cn: ['licence', 'icp', 'police', 'complaints'],
  generic: ['register', 'complaints'],
} as const;

/** What the law of the county's country wants on every page, in its order; only what the county has entered. */
export function legalNotices({ countryPack, settings }: Pick<County, 'countryPack' | 'settings'>): LegalNotice[] {
  const entered = registrationOf(settings);
  return kinds[countryPack].flatMap((kind): LegalNotice[] => {
    const text = entered[kind] ?? '';
    return text === '' ? [] : [{ kind, text, href: placeToLookUp(kind, text) }];
  });
}

/** The numbers as the county's settings hold them. */
export function registrationOf(settings: County['settings']): Partial<Record<LegalNotice['kind'], string>> {
  const value = settings['registration'];
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

// The ICP number must lead to the ministry's register (办法 art. 13); the police give an address for each number.
function placeToLookUp(kind: LegalNotice['kind'], text: string): string | null {
  if (kind === 'icp') return 'https://beian.miit.gov.cn/';
  const digits = /\d{8,}/.exec(text)?.[0];
  if (kind === 'police' && digits) return `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`;
  return kind === 'complaints' && /^[+\d][\d\s-]+$/.test(text) ? `tel:${text.replaceAll(/\s/g, '')}` : null;
}
