// Passwords of eight signs and more that stand at the top of every published list, Chinese and English; kept lower-case.
const listed = `
12345678 123456789 1234567890 123123123 11111111 111111111 00000000 88888888 66666666 99999999 87654321 987654321 0987654321 12341234 12344321 11223344 123321123 147258369 159357159
password password1 password12 password123 passw0rd p@ssw0rd p@ssword pa55word qwertyui qwertyuiop qwerty123 qwer1234 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx asdfghjk asdfghjkl
asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abc123456 a1234567 a12345678 a123456789 aa123456 aa12345678 aaa111111 aaaa1111 qq123456 qq12345678 qq123123 qqq111111 wang1234 zhang123 li123456
woaini520 woaini521 woaini1314 woaini123 5201314a 52013145 5201314520 1314520a 13145200 aini1314 woshishui mima1234 mima12345678 caonima123 iloveyou iloveyou1 sunshine princess football baseball
superman batman123 trustno1 letmein1 letmein123 welcome1 welcome123 welcome1234 changeme changeme1 changeme123 admin123 admin1234 admin12345 administrator admin888 admin@123 root1234 rootroot test1234
testtest guest123 user1234 default1 computer internet whatever michelle jennifer qazwsxedc qazwsx123 1qazxsw2 1234qwer 123qweasd 123qwe123 qweasdzxc qweqweqwe asdasdasd zxczxczxc 1111aaaa
china123 beijing1 beijing2008 shanghai1 zhongguo xiangyin xiangyin1 xiangyin123 qingxi123 rongmeiti volunteer zhiyuanzhe dangyuan1 huanying huanying1 nihao123 nihaonihao laoshi123 mingtian aaaaaaaa
`;

const blocked = new Set(listed.trim().split(/\s+/));

/** Whether a password is among the commonest, or so simple that a machine tries it first: one sign repeated, or a plain run such as 23456789 or abcdefgh. */
export function isBlockedPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return blocked.has(plain) || /^(.)\1*$/u.test(plain) || /^(..?)\1+$/u.test(plain) || isRun(plain);
}

function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
