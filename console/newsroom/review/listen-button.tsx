import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { hasVoiceFor, onVoices, ReadAloud, type Reading } from '../../kit/read-aloud.ts';
import { useWords } from '../../kit/texts.ts';
import { reviewTexts } from './review-texts.ts';

/** Reads the text on the page aloud, paragraph by paragraph. Not there where the browser has no voice for its language. */
export function ListenButton({ language }: { language: string }) {
  const words = useWords(reviewTexts);
  const [reading, setReading] = useState<Reading>('silent');
  const aloud = useMemo(() => new ReadAloud(setReading), []);
  const able = useVoice(language);
  useEffect(() => () => aloud.stop(), [aloud]);
  if (!able) return null;
  const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.story-text > *')];
  if (reading === 'silent')
    return (
      <Button size="small" onClick={() => aloud.start(blocks(), language)}>
        {words.listen}
      </Button>
    );
  return (
    <span className="row" style={{ gap: 8 }}>
      <Button size="small" onClick={() => (reading === 'reading' ? aloud.pause() : aloud.resume())}>
        {reading === 'reading' ? words.pause : words.goOn}
      </Button>
      <Button size="small" onClick={() => aloud.stop()}>
        {words.stop}
      </Button>
    </span>
  );
}

function useVoice(language: string): boolean {
  const [able, setAble] = useState(() => hasVoiceFor(language));
  useEffect(() => {
    const look = (): void => setAble(hasVoiceFor(language));
    look();
    return onVoices(look);
  }, [language]);
  return able;
}
