/** Words of the pages of recordings and documents. */
export const media = {
  material: {
    notYet: '还在准备，过一会儿再来看。',
    transcript: '说了什么，画面上有什么',
    take: (size: string) => `下载（${size}）`,
  },
};
