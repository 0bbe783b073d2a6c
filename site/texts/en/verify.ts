import type { verify as source } from '../zh-CN/verify.ts';

/** Words of the page that checks a mark. */
export const verify: typeof source = {
  title: 'Is it genuine?',
  lead: 'Every story and every printed notice carries a mark. Scan it, and your own phone tells whether it is ours. Once you have been on this page, it works without network too.',
  noScript:
    'This page computes signatures on your device and needs scripts (JavaScript). Without them: read the mark to the desk, and we check it for you.',
  noKeys: 'This county has signed nothing yet, so there is nothing to check.',
  foreign: 'The keys that came with this page do not follow from those your device remembers.',
  foreignNext:
    'The county may have set up its server anew, or somebody may be posing as this site. Below, your device still goes by the keys it remembers.',
  trust: 'I have asked; go by the new keys',
  broken: 'The keys that came with this page are not signed properly and cannot be used. Please come back in a while.',
  findings: {
    good: [
      'Genuine',
      'The signature holds. Compare the headline and the time below with what you have in hand: a genuine mark may have been pasted onto another sheet.',
    ],
    'good-hours': [
      'Genuine',
      'The signature holds: the unit named below issued it. Compare number, name and hours with what you have in hand.',
    ],
    changed: [
      'Not genuine',
      'The signature does not hold: the mark was altered or made up. Please do not do what the sheet says.',
    ],
    'unknown-key': [
      'Signed by nobody we know',
      'None of the keys on your device made it. Somebody else may have published it; or the county has a new key: go online and open this page once more.',
    ],
    stolen: [
      'Look again with network',
      'The signature holds, but this key may have fallen into other hands later, so the mark alone proves nothing.',
    ],
    late: ['Not genuine', 'The key that signed it had ended before the time it names.'],
    unreadable: ['This is no mark', 'It is not a whole mark. Scan it once more, or paste the whole address.'],
    'no-code': ['No QR code in the picture', 'Go nearer and hold straight, so that the code fills the picture.'],
  },
  claim: {
    head: 'Headline',
    issuer: 'Published by',
    at: 'Published',
    edition: ['edition ', ''],
    until: 'Holds until',
    steps: 'Readings',
  },
  demonstration: 'demonstration key, no real signature',
  today: {
    asking: 'Asking how it stands today…',
    same: 'Asked just now: this is still the valid edition.',
    newer: 'Asked just now: it was changed later; yours is the old one.',
    withdrawn: 'Asked just now: it is withdrawn for checking. Do not go by it for now.',
    unknown: 'Asked just now: the site knows no such edition. Please call the desk.',
    offline:
      'No network now: all that can be said is that it was genuine when published. Whether it was corrected or withdrawn since, you will know once you are online.',
  },
  since: 'Since',
  keysOf: 'The keys are of',
  stop: '.',
  see: 'See the text as it stands',
  seeWhy: 'See what is said of it',
  hours: {
    number: 'Certificate',
    holder: 'Volunteer',
    unit: 'Recorded by',
    span: 'Time of service',
    total: 'In all',
    witnessed: 'Confirmed by both',
    timed: 'Timed by device or code',
    attested: 'Attested by the organiser',
    typed: 'Filled in afterwards, signed by two',
    issuedAt: 'Issued',
    unitHour: 'h',
    listOf: 'The list is of',
    today: {
      'hours-valid': 'The list of revoked certificates was read just now: this one is not in it.',
      'hours-revoked': 'The list of revoked certificates was read just now: this one is revoked and holds no more.',
      'hours-replaced': 'The list of revoked certificates was read just now: this one is revoked. In its place stands',
      'hours-kept-valid':
        'By the list of revoked certificates that this device kept: this one is not in it. Whether it was revoked since, you will know once you are online.',
      'hours-kept-revoked':
        'By the list of revoked certificates that this device kept: this one is revoked and holds no more.',
      'hours-kept-replaced':
        'By the list of revoked certificates that this device kept: this one is revoked. In its place stands',
      'hours-unknown': 'The list of revoked certificates could not be read. Please call the unit that issued it.',
      'hours-offline':
        'No network now: all that can be said is that it was genuine when issued. Whether it was revoked since, you will know once you are online.',
    },
  },
  waysTitle: 'How to check',
  camera:
    'Point your phone’s camera at the QR code marked “is it genuine”. This page opens, and the answer stands at its top.',
  photo: 'Take a picture of the code, or choose one',
  paste: 'Or paste the mark here (the whole address will do)',
  check: 'Check',
  private: 'All of this is computed on your device. The mark is not sent to us; we do not know who checks what.',
  keysTitle: 'The county’s keys',
  keySince: (since) => `in use since ${since}`,
  keyUntil: (since, until, why) => `${since} to ${until}, ${why}`,
  ended: {
    scheduled: 'changed as planned',
    compromised: 'somebody may have it; what it signed must be looked up',
    lost: 'its private part is gone',
  },
  keysText:
    'Whenever a key is changed, the old one signs for the new one. It all stands in a public file that other programs can check with:',
  keysFile: 'file of keys',
  posterCheck: 'Is it genuine?',
  checkPage: 'Check this page',
  qrAlt: 'QR code of the mark',
};
