import { parseStoryText, renderPlain } from '@xiangyin/document';
import { readWorkingCopy } from '@xiangyin/document/working-copy';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';
import type { SharedText } from './use-shared-text.ts';

/** The last change cannot be kept: the words of this window are shown for copying before the desk's text is opened anew. */
export function RefusedDialog({ shared, reason, language }: { shared: SharedText; reason: string; language: string }) {
  const words = useWords(writingTexts);
  const [text] = useState(() => plainOf(shared, language));
  const parts: Readonly<Record<string, string>> = words.badParts;
  const code = reason.replace(/^UpdateRefused:/, '');
  return (
    <Modal open closable={false} mask={{ closable: false }} title={words.refusedTitle} footer={null}>
      <div className="stack">
        <p>
          {parts[code] ?? parts['other']} · {words.refusedHint}
        </p>
        <Input.TextArea aria-label={words.body} readOnly value={text} autoSize={{ minRows: 4, maxRows: 12 }} />
        <Button type="primary" onClick={() => location.reload()}>
          {words.reopen}
        </Button>
      </div>
    </Modal>
  );
}

// What was refused may be of a kind that cannot be read at all.
function plainOf({ doc }: SharedText, language: string): string {
  try {
    const parsed = parseStoryText(readWorkingCopy(doc, language), { draft: true });
    return parsed.ok ? renderPlain(parsed.text) : '';
  } catch {
    return '';
  }
}
