import { fingerprint } from '@xiangyin/document';
import { App } from 'antd';
import type { StoryView } from '@xiangyin/server/contract';
import { download } from '../../kit/csv.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyTexts } from '../story/story-texts.ts';
import { readText } from '../text/read-text.ts';
import { docxTexts } from './docx-texts.ts';
import { exportStory } from './export-story.ts';

/** Hands the story to the person as a Word file: the text as it stands, with the signatures that stand under it. */
export function useExport(story: StoryView): () => Promise<void> {
  const words = useWords(docxTexts);
  const storyWords = useWords(storyTexts);
  const { steps, untitled } = useWords(newsroomTexts);
  const language = useLanguage();
  const times = useTimes();
  const { message } = App.useApp();
  return async () => {
    const valid = story.signatures.filter(({ standing }) => standing === 'valid');
    const signatures = valid.map(({ step, signer, verdict, at, version }) =>
      words.signed(
        step in steps ? steps[step as keyof typeof steps] : step,
        signer.name,
        storyWords.verdicts[verdict],
        times.at(at),
        version,
      ),
    );
    try {
      const file = await exportStory({
        text: readText(story.text),
        facts: [
          inWords(story.section.name, language),
          story.byline,
          words.fingerprint(fingerprint(story.textHash)),
        ].join(' · '),
        signatures,
        signaturesTitle: words.signatures,
      });
      // What no file system takes in a name.
      download(file, `${(story.title || untitled).replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 80)}.docx`);
    } catch {
      void message.error(words.failed);
    }
  };
}
