import { useWords } from '../../kit/texts.ts';
import { newOrderTexts } from './new-order-texts.ts';

/** What is read out to a caller: the code of their order, and the words of whoever comes. */
export function CodeFacts({ code, passphrase }: { code: string; passphrase: string }) {
  const words = useWords(newOrderTexts);
  return (
    <dl className="facts" style={{ gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 }}>
      <dt>{words.code}</dt>
      <dd className="num" style={{ fontSize: '1.5rem', letterSpacing: '.04em', marginBottom: 12 }}>
        {code}
      </dd>
      <dt>{words.passphrase}</dt>
      <dd style={{ fontSize: '1.1rem' }}>
        <strong>{passphrase}</strong>
      </dd>
    </dl>
  );
}
