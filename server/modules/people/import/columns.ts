import type { CsvColumn } from '../contract.ts';

/** Heads under which a column is known, in Chinese and in English. */
const heads: Readonly<Record<CsvColumn, readonly string[]>> = {
  name: ['姓名', '名字', 'name', 'full name'],
  displayName: ['署名', '笔名', 'shown as', 'display name', 'byline'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', 'phone', 'mobile', 'telephone'],
  email: ['邮箱', '电子邮箱', '电子邮件', 'email', 'e-mail', 'mail'],
  place: ['地方', '所在地', '村', '村居', '社区', '镇', '地方编号', 'place', 'village', 'town', 'place code'],
  language: ['语言', 'language'],
  guardian: ['监护人', '监护人姓名', 'guardian', 'guardian name'],
  guardianPhone: ['监护人电话', '监护人手机', 'guardian phone', 'guardian’s phone'],
};

/** Which column a head names; null for one that is not taken along. */
export function columnOf(head: string): CsvColumn | null {
  const said = head
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
  const known = Object.entries(heads).find(([, names]) => names.includes(said));
  return (known?.[0] as CsvColumn | undefined) ?? null;
}
