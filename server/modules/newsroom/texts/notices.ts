import { bilingual } from '#platform/i18n';

/** What the desk is told. No names, no words of the text. */
export const noticeTexts = bilingual(
  {
    'notice.story.to-review.subject': '有一篇稿件等您审',
    'notice.story.to-review': '有一篇稿件等您审。点开就是那一篇。',
    'notice.story.changed-in-review.subject': '审过的稿件改了，请再看',
    'notice.story.changed-in-review': '有一篇稿件在审的时候改过，原来的签名不算了，要从头再审。点开可以看改了哪里。',
    'notice.story.returned.subject': '您的稿件退回来了',
    'notice.story.returned': '您的稿件退回来了，里面写了怎么改。',
    'notice.story.published.subject': '您的稿件发布了',
    'notice.story.published': '您的稿件已经发布，回执齐了。',
    'notice.story.after-review.subject': '一篇急稿已发，等您复核',
    'notice.story.after-review': '一篇急稿已经先发出去了，请在一天内复核。',
    'notice.story.after-review-failed.subject': '急稿复核没有通过',
    'notice.story.after-review-failed': '一篇已经发出去的急稿复核时没有通过，请马上看，更正或撤下。',
    'notice.story.overdue.subject': '有一步审核过了时间',
    'notice.story.overdue': '有一篇稿件等审过了时间，请看是谁的事，催一催或者换人。点开就是那一篇。',
    'notice.error-report.overdue.subject': '读者说的错还没有人看',
    'notice.error-report.overdue': '有读者说的一处错过了时间还没有人核实，请看一看。',
    'notice.error-report.made.subject': '读者说有一处错',
    'notice.error-report.made': '有读者说一篇稿件里有错，请核实。',
  },
  {
    'notice.story.to-review.subject': 'A story waits for your review',
    'notice.story.to-review': 'A story waits for your review. The link opens it.',
    'notice.story.changed-in-review.subject': 'A story you review was changed',
    'notice.story.changed-in-review':
      'A story was changed while it was reviewed, so its signatures no longer count and the review begins anew. The link shows what changed.',
    'notice.story.returned.subject': 'Your story came back',
    'notice.story.returned': 'Your story came back with a note on what to change.',
    'notice.story.published.subject': 'Your story is published',
    'notice.story.published': 'Your story is published and its receipts are in.',
    'notice.story.after-review.subject': 'An urgent story waits for your review',
    'notice.story.after-review': 'An urgent story has gone out. Please review it within a day.',
    'notice.story.after-review-failed.subject': 'An urgent story failed its review',
    'notice.story.after-review-failed':
      'An urgent story that is out failed its review. Please look at once, and correct or withdraw it.',
    'notice.story.overdue.subject': 'A review is overdue',
    'notice.story.overdue': 'A story has waited too long for its review: see whose turn it is. The link opens it.',
    'notice.error-report.overdue.subject': 'A reader’s report waits',
    'notice.error-report.overdue': 'Nobody has looked yet at an error that a reader reported. The link opens it.',
    'notice.error-report.made.subject': 'A reader reports an error',
    'notice.error-report.made': 'A reader says that something in a story is wrong. Please check.',
  },
);
