import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

/** The screenshot of a receipt, small; it opens whole. */
export function Screen({ hash }: { hash: string }) {
  const words = useWords(channelTexts);
  const address = `/media/${hash}.jpg`;
  return (
    <a href={address} rel="noopener noreferrer" target="_blank">
      <img src={address} alt={words.screenshot} loading="lazy" style={{ maxHeight: 120, maxWidth: '100%' }} />
    </a>
  );
}
