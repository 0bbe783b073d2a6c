import { useTag } from '../kit/language.ts';
import { ShownOnce } from '../kit/shown-once.tsx';
import { useWords, wordsIn } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { kindFormOf } from './kinds/kinds.ts';

/** A channel's secret, shown this once. */
export function SecretDialog({ secret, kind, onClose }: { secret: string; kind: string; onClose: () => void }) {
  const words = useWords(channelTexts);
  const tag = useTag();
  const form = kindFormOf(kind);
  return (
    <ShownOnce title={words.secret} once={words.secretOnce} secret={secret} taken={words.secretTaken} onClose={onClose}>
      <p className="second">{form && wordsIn(form.words, tag).secretHow}</p>
    </ShownOnce>
  );
}
