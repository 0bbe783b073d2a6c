import { useEffect, useMemo, useState } from 'preact/hooks';
import { hasVoiceFor, onVoices, ReadAloud, type Reading } from '../../kit/read-aloud.ts';
import { say } from '../kit/language.ts';

/** Reads the text on the page aloud, paragraph by paragraph; not there where the phone has no voice for its language. */
export function Listen({ language }: { language: string }) {
  const [able, setAble] = useState(() => hasVoiceFor(language));
  const [reading, setReading] = useState<Reading>('silent');
  const aloud = useMemo(() => new ReadAloud(setReading), []);
  useEffect(() => onVoices(() => setAble(hasVoiceFor(language))), [language]);
  useEffect(() => () => aloud.stop(), [aloud]);
  if (!able) return null;
  const blocks = (): HTMLElement[] =>
    Array.from(document.querySelectorAll<HTMLElement>('.reading > h1.title, .reading .document > *'));
  if (reading === 'silent')
    return (
      <button type="button" class="btn small" onClick={() => aloud.start(blocks(), language)}>
        {say('listen.start')}
      </button>
    );
  return (
    <span class="row-2">
      <button type="button" class="btn small" onClick={() => (reading === 'reading' ? aloud.pause() : aloud.resume())}>
        {say(reading === 'reading' ? 'listen.pause' : 'listen.go-on')}
      </button>
      <button type="button" class="btn small" onClick={() => aloud.stop()}>
        {say('listen.stop')}
      </button>
    </span>
  );
}
