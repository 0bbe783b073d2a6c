/** The chain of a section whose texts are proofread as well: three reviews and two proofs, and reading aloud for what is important. */
export const proofedChain = {
  name: { 'zh-CN': '三审两校', en: 'Three reviews, two proofs' },
  section: 'school',
  steps: [
    {
      step: 'first_review',
      roles: ['editor'],
      dueMinutes: 120,
      checkList: ['学校、班级和人名核过', '日期和星期对得上', '孩子的照片有家长同意'],
    },
    {
      step: 'first_proof',
      roles: ['proofreader', 'editor'],
      dueMinutes: 60,
      checkList: ['标点和数字', '错别字', '图片说明'],
    },
    { step: 'second_review', roles: ['section-head'], dueMinutes: 120, checkList: [] },
    { step: 'second_proof', roles: ['proofreader', 'editor'], dueMinutes: 60, checkList: [] },
    { step: 'read_aloud', roles: ['editor', 'proofreader'], dueMinutes: 30, checkList: [], importantOnly: true },
    { step: 'final_review', roles: ['chief-editor'], dueMinutes: 60, checkList: [] },
  ],
} as const;

/** A text that waits for its first proof by that chain. */
export const proofedStory = {
  key: 'school-bus-stop',
  placeName: '柳河镇',
  writtenHoursAgo: 3.4,
  submittedHoursAgo: 2.9,
  signedHoursAgo: 0.6,
  title: '柳河小学门口的校车站往里挪了四十米',
  deck: '周一起，校车停在操场东门，孩子不用再过马路。',
  paragraphs: [
    '原来的站在桥头，早上赶集的三轮多。家长里有人说过两回，校长去看了三个早晨，记了时间：七点十分到二十五分，桥头过了六十一辆车。',
    '操场东门的水泥地上个月浇好，能停两辆校车。从下车到教室，走廊有顶，下雨也不用打伞。',
    '四年级的班主任带着学生在地上刷了黄线，字是学生自己写的：请在线后面等。',
  ],
} as const;
