import type { Editor } from '@tiptap/core';
import { Popover } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';
import { toolIcons } from './tool-icons.tsx';

/** Signs that keyboards and input methods hide, in groups as one looks for them. */
const groups = {
  marks: '— … · “ ” ‘ ’ 「 」 『 』 《 》 〈 〉 【 】 〔 〕 ～ ※',
  units: '℃ ° ′ ″ m² m³ km² ‰ × ÷ ± ≈ ≠ ≤ ≥ ½ ¼ ¾',
  numbers: '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ',
  arrows: '→ ← ↑ ↓ ● ○ ■ □ ▲ △ ★ § № ¥ € ©',
} as const;
type Group = keyof typeof groups;

/** Puts a sign in where the caret stands; the palette stays open, for one seldom needs only one. */
export function SignsTool({ editor }: { editor: Editor }) {
  const { signs: words } = useWords(writingTexts);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="signs">
          {(Object.keys(groups) as Group[]).map((name) => (
            <div key={name} role="group" aria-label={words.groups[name]}>
              {groups[name].split(' ').map((sign) => (
                <button
                  key={sign}
                  type="button"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => editor.chain().focus().insertContent({ type: 'text', text: sign }).run()}
                >
                  {sign}
                </button>
              ))}
            </div>
          ))}
        </div>
      }
    >
      <button
        type="button"
        title={words.tool}
        aria-label={words.tool}
        aria-expanded={open}
        onMouseDown={(event) => event.preventDefault()}
      >
        {toolIcons.signs}
      </button>
    </Popover>
  );
}
