/** What colleagues suggest in a text that is still written; nobody has accepted it yet. */
export interface SuggestionContent {
  key: string;
  /** As it was loaded: `draft:rice-drying`. */
  at: string;
  by: string;
  hoursAgo: number;
  quote: string;
  /** Empty: the words go. */
  words: string;
}

/** Two editors at a correspondent's draft. */
export const demonstrationSuggestions: readonly SuggestionContent[] = [
  {
    key: 'rice-day',
    at: 'draft:rice-drying',
    by: 'linxiaohe',
    hoursAgo: 2.2,
    quote: '昨天夜里',
    words: '20日夜里',
  },
  {
    key: 'rice-meter',
    at: 'draft:rice-drying',
    by: 'linxiaohe',
    hoursAgo: 2.1,
    quote: '电费按表上的数平摊',
    words: '电费看电表，三家平摊',
  },
  {
    key: 'rice-heart',
    at: 'draft:rice-drying',
    by: 'zhouyan',
    hoursAgo: 1.4,
    quote: '，说听见雨打铁皮，心里反倒踏实。',
    words: '。他说：“听见雨打铁皮，心里反倒踏实。”',
  },
];
