/** Words of the demonstration's pages; those of the walks come from its module. */
export const demonstration = {
  walk: {
    steps: '一步一步来',
    you: (role: string, name: string) => `您现在是${role}${name}`,
    who: (role: string, name: string) => `${role} ${name}`,
    states: { done: '走过了', now: '现在', ahead: '还没到' },
    result: '走完了',
    halfway: '签好了，已经公开',
    fast: (time: string) => `从最后一次签名到公开网页，用了${time}`,
    milliseconds: (count: string) => `${count}毫秒`,
    fell: (count: number) => `只改了一个字，那${count}个签名就不是签在这段文字上的了：`,
    onward: '接着看：',
    note: '点一下就换一个人。演示的签名用的是服务器保管的密钥，真实的县里没有。',
  },
};
