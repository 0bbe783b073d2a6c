import type { NewLexiconTerm } from '#newsroom/contract';

/** The county's own names that strangers get wrong. */
export const demonstrationLexicon: readonly NewLexiconTerm[] = [
  {
    term: '清溪县融媒体中心',
    kind: 'organisation',
    wrongForms: ['清溪县融媒中心', '清溪融媒体中心'],
    note: '稿件里第一次出现写全称',
  },
  { term: '柳河镇水利站', kind: 'organisation', wrongForms: ['柳河镇水利所', '柳河水利站'], note: '2024年起的名称' },
  { term: '清溪县人民医院', kind: 'organisation', wrongForms: ['清溪人民医院'], note: '' },
  { term: '东门社区服务站', kind: 'organisation', wrongForms: ['东门服务站'], note: '社区一级的站' },
  { term: '方远山', kind: 'person', wrongForms: ['方园山', '方远三'], note: '值班总编' },
  { term: '沈秋', kind: 'person', wrongForms: ['沈邱'], note: '编辑室主任' },
  { term: '旧粮仓', kind: 'place', wrongForms: ['老粮仓'], note: '石桥镇上，木工班的地方' },
  { term: '老槐树埠头', kind: 'place', wrongForms: ['老槐树码头'], note: '本地叫埠头' },
  { term: '点单', kind: 'term', wrongForms: [], note: '居民提出服务需要，不写“下单”' },
];
