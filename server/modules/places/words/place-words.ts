const chineseRanks = /(?:自治县|街道|社区|县|市|区|旗|镇|乡|村)$/;
const latinRanks = /\s(?:county|district|city|town|township|subdistrict|village|community|neighbourhood|area|block)$/;

/** A name or a question as it is compared: full-width letters folded, lower case, single spaces. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A folded name of a place as people say it, without its rank: 大槐 for 大槐村, dahuai for dahuai village. What would be left with one character stays whole. */
export function withoutRank(name: string): string {
  const short = name.replace(chineseRanks, '').replace(latinRanks, '');
  return short.length > 1 ? short : name;
}
