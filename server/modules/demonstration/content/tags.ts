/** What the demonstration's stories are about, and a series of them; stories by their keys. */
export const demonstrationTags = [
  {
    key: 'floods',
    name: { 'zh-CN': '防汛', en: 'Floods' },
    description: { 'zh-CN': '涨水、堤坝、转移和回家。', en: 'High water, levees, leaving and coming home.' },
    stories: ['levee-raised', 'flood-afternoon', 'flood-tonight'],
  },
  {
    key: 'buses',
    name: { 'zh-CN': '公交', en: 'Buses' },
    description: {},
    stories: ['bus-12-detour', 'night-bus', 'village-shuttle', 'station-left-luggage'],
  },
  {
    key: 'crafts',
    name: { 'zh-CN': '老手艺', en: 'Old crafts' },
    description: {
      'zh-CN': '还在做的，和正在学的。',
      en: 'Those who still do it, and those who are learning it.',
    },
    stories: ['carpenter-stools', 'noodle-maker', 'rice-wine', 'roof-tiles', 'sewing-room'],
  },
  {
    key: 'clinics',
    name: { 'zh-CN': '家门口看病', en: 'Care close to home' },
    description: {},
    stories: ['flu-vaccine', 'blood-pressure-day', 'hearing-aid-day', 'free-clinic-eyes', 'home-physio'],
  },
] as const;

/** In its order. */
export const demonstrationSeries = {
  key: 'hands',
  name: { 'zh-CN': '一双手', en: 'A pair of hands' },
  description: {
    'zh-CN': '三个人，三门手艺，从早做到晚。',
    en: 'Three people and three crafts, from morning to night.',
  },
  stories: ['carpenter-stools', 'noodle-maker', 'rice-wine'],
} as const;
