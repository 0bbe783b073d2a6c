import { useLanguage } from '../kit/language.ts';
import { ShownOnce } from '../kit/shown-once.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { kindFormOf } from './kinds/kinds.ts';

/** A channel's secret, shown this once. */
export function SecretDialog({ secret, kind, onClose }: { secret: string; kind: string; onClose: () => void }) {
  const words = useWords(channelTexts);
  const language = useLanguage();
  return (
    <ShownOnce title={words.secret} once={words.secretOnce} secret={secret} taken={words.secretTaken} onClose={onClose}>
      <p className="second">{kindFormOf(kind)?.words[language].secretHow}</p>
    </ShownOnce>
  );
}
