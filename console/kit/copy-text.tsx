import { App, Button } from 'antd';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** Something to be taken along, shown once, with a button that copies it. */
export function CopyText({ text }: { text: string }) {
  const words = useWords(kitTexts);
  const { message } = App.useApp();
  const copy = () => navigator.clipboard.writeText(text).then(() => message.success(words.copied));
  return (
    <div className="row" style={{ background: 'var(--paper-2)', borderRadius: 10, padding: '8px 12px' }}>
      <code className="num" translate="no" style={{ overflowWrap: 'anywhere', flex: 1, userSelect: 'all' }}>
        {text}
      </code>
      <Button onClick={() => void copy()}>{words.copy}</Button>
    </div>
  );
}
