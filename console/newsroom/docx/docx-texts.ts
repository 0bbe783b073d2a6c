import { bilingual } from '../../kit/texts.ts';

/** Words of Word files taken in and written out. */
export const docxTexts = bilingual(
  'newsroom.docx',
  {
    import: '从 Word 文件导入（.docx）',
    reading: '正在读 Word 文件……',
    taken: '取进来了。Ctrl+Z 可以撤回。',
    empty: '这个文件里没有文字。',
    unreadable: '读不了这个文件。请在 Word 或 WPS 里另存成 .docx 再试。',
    tooLarge: '这个文件太大了。请把图片先拿出来，单独上传。',
    lost: (count: number) => `有 ${count} 张图片的格式用不了，请另存成 JPEG 或 PNG 再传。`,
    export: '存成 Word 文件',
    exportTracked: '存成 Word 文件，带修订',
    tracked: '这个文件里有修订',
    trackedHow: '可以作为建议取进来，一处一处定；也可以按接受修订以后的样子取进来。建议都记在您名下。',
    asSuggestions: '作为建议取进来',
    asAccepted: '按接受以后的',
    failed: '没有存成，请再试一次。',
    signatures: '谁审过',
    signed: (step: string, name: string, verdict: string, when: string, version: number) =>
      `${step} ${name} ${verdict} ${when}，第 ${version} 稿`,
    fingerprint: (hash: string) => `文字指纹 ${hash}`,
  },
  {
    import: 'Import a Word file (.docx)',
    reading: 'Reading the Word file…',
    taken: 'Taken in. Ctrl+Z takes it back.',
    empty: 'There are no words in this file.',
    unreadable: 'This file cannot be read. Save it as .docx in Word or WPS and try again.',
    tooLarge: 'This file is too large. Take its pictures out and upload them by themselves.',
    lost: (count: number) =>
      count === 1
        ? 'A picture is in a format that cannot be used; save it as JPEG or PNG and upload it.'
        : `${count} pictures are in a format that cannot be used; save them as JPEG or PNG and upload them.`,
    export: 'Save as a Word file',
    exportTracked: 'Word file with tracked changes',
    tracked: 'This file holds tracked changes',
    trackedHow:
      'Take them in as suggestions, to be settled one by one, or take the text in as if they were accepted. The suggestions will be yours.',
    asSuggestions: 'As suggestions',
    asAccepted: 'As accepted',
    failed: 'It could not be saved; please try again.',
    signatures: 'Who reviewed it',
    signed: (step: string, name: string, verdict: string, when: string, version: number) =>
      `${step}: ${name}, ${verdict}, ${when}, version ${version}`,
    fingerprint: (hash: string) => `Fingerprint ${hash}`,
  },
);
