import type { Tx } from '#platform/transaction';
import { keyedHash } from './county-secret.ts';

const first = {
  'zh-CN': [
    '清溪',
    '石桥',
    '老槐',
    '东风',
    '白鹭',
    '青竹',
    '红枣',
    '春雨',
    '晚霞',
    '小满',
    '山泉',
    '稻香',
    '杏花',
    '新月',
    '暖阳',
    '柳堤',
  ],
  en: [
    'river',
    'stone',
    'willow',
    'autumn',
    'silver',
    'bamboo',
    'cherry',
    'morning',
    'evening',
    'harvest',
    'spring',
    'meadow',
    'apricot',
    'moon',
    'sunny',
    'harbour',
  ],
} as const;
const second = {
  'zh-CN': [
    '灯笼',
    '竹篮',
    '木船',
    '茶壶',
    '蒲扇',
    '麻雀',
    '豆腐',
    '算盘',
    '风筝',
    '水车',
    '棉鞋',
    '石磨',
    '蓑衣',
    '铜铃',
    '瓦罐',
    '米糕',
  ],
  en: [
    'lantern',
    'basket',
    'boat',
    'teapot',
    'fan',
    'sparrow',
    'tofu',
    'abacus',
    'kite',
    'mill',
    'slipper',
    'grindstone',
    'raincoat',
    'bell',
    'jar',
    'cake',
  ],
} as const;

/** 暗语: two words that whoever comes says at the door. Made from the order's id under the county's key; nowhere kept. */
export async function passphraseOf(tx: Tx, order: { id: string; language: 'zh-CN' | 'en' }): Promise<string> {
  const hash = await keyedHash(tx, 'passphrase', order.id);
  const pick = (words: readonly string[], at: number): string =>
    words[Number.parseInt(hash.slice(at, at + 4), 16) % words.length] ?? '';
  return `${pick(first[order.language], 0)} ${pick(second[order.language], 4)}`;
}
