import { Button, DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useLanguage } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty } from '../../kit/time.ts';
import { frontTexts } from './front-texts.ts';

/** Opens the real page as it will look at a later time. */
export function FrontPreview({ section }: { section: string | null }) {
  const words = useWords(frontTexts);
  const zone = useMe().county.timeZone;
  const language = useLanguage();
  const [at, setAt] = useState<Dayjs | null>(null);
  const asked = new URLSearchParams({
    language,
    ...(section ? { section } : {}),
    ...(at ? { at: fromCounty(at, zone) } : {}),
  });
  return (
    <Part title={words.preview}>
      <div className="row">
        <DatePicker
          aria-label={words.previewAt}
          showTime={{ format: 'HH:mm' }}
          value={at}
          onChange={(picked: Dayjs | null) => setAt(picked)}
        />
        <Button href={`/api/v1/front-preview?${asked}`} target="_blank" rel="noopener">
          {words.previewAt}
        </Button>
      </div>
      <p className="meta">{words.previewHint}</p>
    </Part>
  );
}
