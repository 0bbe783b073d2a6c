import { App, Button, Checkbox, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { CalendarImport, calendarImported, CalendarPreview } from '@xiangyin/server/contract';
import { usePlaceHere } from '../../kit/here.ts';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { noonOf } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';

/** Brings a calendar file in: first what it holds, then the chosen events become ideas. The same file again makes nothing twice. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { importing: words } = useWords(planningTexts);
  const here = usePlaceHere();
  const { message } = App.useApp();
  const [ics, setIcs] = useState('');
  const [found, setFound] = useState<CalendarPreview['items'] | null>(null);
  const [keys, setKeys] = useState<readonly string[]>([]);
  const look = useAct<CalendarPreview>();
  const bring = useAct<Answer<typeof calendarImported>>();
  const preview = async (text: string): Promise<void> => {
    setIcs(text);
    const seen = await look.run('POST', '/calendar-previews', { ics: text });
    if (!seen) return;
    setFound(seen.items);
    setKeys(seen.items.filter(({ isThere }) => !isThere).map(({ key }) => key));
  };
  const make = async (): Promise<void> => {
    const body: CalendarImport = { ics, keys: [...keys], ...(here ? { placeIds: [here] } : {}) };
    const made = await bring.run('POST', '/calendar-imports', body);
    if (!made) return;
    void message.success(words.made(String(made.made)));
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.title} width={560} destroyOnHidden>
      {found === null ? (
        <div className="stack">
          <Upload
            accept=".ics,text/calendar"
            showUploadList={false}
            beforeUpload={(file) => {
              if (file.size > 500_000) void message.error(words.tooLarge);
              else void file.text().then(preview);
              return false;
            }}
          >
            <Button type="primary" loading={look.busy}>
              {words.file}
            </Button>
          </Upload>
          <label className="stack tight">
            <span className="meta">{words.paste}</span>
            <Input.TextArea
              value={ics}
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={(event) => setIcs(event.target.value)}
            />
          </label>
          <Button disabled={ics.trim() === ''} loading={look.busy} onClick={() => void preview(ics)}>
            {words.look}
          </Button>
        </div>
      ) : (
        <Found items={found} keys={keys} onKeys={setKeys} onMake={() => void make()} busy={bring.busy} />
      )}
    </Modal>
  );
}

function Found({
  items,
  keys,
  onKeys,
  onMake,
  busy,
}: {
  items: CalendarPreview['items'];
  keys: readonly string[];
  onKeys: (keys: readonly string[]) => void;
  onMake: () => void;
  busy: boolean;
}) {
  const { importing: words } = useWords(planningTexts);
  const times = useTimes();
  if (items.length === 0) return <p>{words.none}</p>;
  const when = (item: CalendarPreview['items'][number]): string =>
    item.startsAt ? times.at(item.startsAt) : item.fromOn ? times.on(noonOf(item.fromOn, times.zoned)) : '';
  return (
    <div className="stack">
      <ul className="plan-lines import-lines">
        {items.map((item) => (
          <li key={item.key}>
            <Checkbox
              checked={keys.includes(item.key)}
              disabled={item.isThere}
              onChange={({ target }) =>
                onKeys(target.checked ? [...keys, item.key] : keys.filter((key) => key !== item.key))
              }
            >
              {item.title}
            </Checkbox>
            <span className="meta">
              {[when(item), item.place].filter(Boolean).join(' · ')} {item.isThere && <Tag>{words.there}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={keys.length === 0} loading={busy} onClick={onMake}>
        {words.make(String(keys.length))}
      </Button>
    </div>
  );
}
