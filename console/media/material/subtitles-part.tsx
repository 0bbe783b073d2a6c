import { App, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import type { MaterialView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { materialTexts } from './material-texts.ts';

const languages = ['zh-CN', 'en'] as const;

/** The subtitles of a recording: one file for each language. */
export function SubtitlesPart({ material }: { material: MaterialView }) {
  const words = useWords(materialTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<MaterialView>();
  const chooser = useRef<HTMLInputElement>(null);
  const [language, setLanguage] = useState<(typeof languages)[number]>('zh-CN');
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const body = { language, text: await file.text() };
    if (chooser.current) chooser.current.value = '';
    if (!(await run('PUT', `/materials/${material.id}/subtitles`, body))) return;
    void message.success(words.subtitlesSaved);
    await refresh();
  };
  return (
    <Form.Item label={words.subtitles} extra={words.subtitlesHint}>
      <div className="subtitle-rows">
        {languages.map((one) => {
          const there = material.subtitles.find((each) => each.language === one);
          return (
            <div key={one}>
              <span>{words.subtitlesOf[one]}</span>
              <span className="meta">{there ? words.cues(there.cues) : words.noSubtitles}</span>
              <Button
                size="small"
                loading={busy && language === one}
                onClick={() => {
                  setLanguage(one);
                  chooser.current?.click();
                }}
              >
                {words.addSubtitles}
              </Button>
            </div>
          );
        })}
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".vtt,.srt,text/vtt"
        hidden
        // The form's own style of fields would show it.
        style={{ display: 'none' }}
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </Form.Item>
  );
}
