import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Progress } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { Link } from 'react-router';
import type { MachineMark, UploadView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useWords } from '../../kit/texts.ts';
import { dropSending, dropUpload, pauseSending, resumeSending, sendFiles, sendings, type Sending } from './sending.ts';
import { sizeOf } from './size.ts';
import { uploadTexts } from './upload-texts.ts';
import './upload.css';

/** Where files are dropped, and how far each is. */
export function UploadPanel() {
  const words = useWords(uploadTexts);
  const mine = useQuery({
    queryKey: ['uploads'],
    queryFn: ({ signal }) => read<{ items: UploadView[] }>('/uploads', {}, { signal }),
  });
  const now = useSyncExternalStore(sendings.subscribe, sendings.now);
  const chooser = useRef<HTMLInputElement>(null);
  // What the files about to be chosen are marked as.
  const marking = useRef<MachineMark | null>(null);
  const choose = (machine: MachineMark | null): void => {
    marking.current = machine;
    chooser.current?.click();
  };
  const [over, setOver] = useState(false);
  useAskBeforeLeaving(now.some((one) => one.state === 'sending' || one.state === 'waiting'));
  const begun = mine.data?.items ?? [];
  const left = begun.filter(
    (one) => one.state === 'sending' && one.arrived > 0 && !now.some((job) => job.key === one.fingerprint),
  );
  const take = (files: FileList | null, machine: MachineMark | null): void => {
    if (files) sendFiles([...files], begun, machine);
    if (chooser.current) chooser.current.value = '';
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files, null);
  };
  return (
    <section
      className="upload-panel"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div className="upload-drop">
        <p className="meta">{words.drop}</p>
        <span className="upload-choices">
          <Button type="primary" onClick={() => choose(null)}>
            {words.add}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'made', label: words.addMade },
                { key: 'changed', label: words.addChanged },
              ],
              onClick: ({ key }) => choose(key === 'made' ? 'made' : 'changed'),
            }}
          >
            <Button>{words.addMachine}</Button>
          </Dropdown>
        </span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={(event) => take(event.target.files, marking.current)}
        />
      </div>
      {now.length + left.length > 0 && (
        <ul className="upload-rows" aria-label={words.title}>
          {now.map((one) => (
            <SendingRow key={one.key} one={one} />
          ))}
          {left.map((one) => (
            <li key={one.id}>
              <Named name={one.name} bytes={one.bytes} />
              <Progress percent={percentOf(one.arrived, one.bytes)} size="small" showInfo={false} aria-hidden />
              <div className="upload-foot">
                <span className="meta">{words.left(percentOf(one.arrived, one.bytes))}</span>
                <Button size="small" onClick={() => void dropUpload(one.id)}>
                  {words.drop1}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SendingRow({ one }: { one: Sending }) {
  const words = useWords(uploadTexts);
  const percent = percentOf(one.sent, one.bytes);
  const said = {
    waiting: words.waiting,
    sending: percent === 100 ? words.settling : words.sending(percent),
    paused: words.paused(percent),
    settling: words.settling,
    kept: words.kept,
    failed: one.problem || words.failed,
  }[one.state];
  return (
    <li>
      <Named name={one.name} bytes={one.bytes} />
      {one.state !== 'kept' && (
        <Progress
          percent={percent}
          size="small"
          showInfo={false}
          status={one.state === 'failed' ? 'exception' : 'normal'}
          aria-label={one.name}
        />
      )}
      <div className="upload-foot">
        <span className={one.state === 'failed' ? 'upload-problem' : 'meta'} role="status">
          {said}
        </span>
        <span className="upload-acts">
          {one.upload?.kind === 'picture' && <Link to="/pictures">{words.inPictures}</Link>}
          {one.state === 'sending' && (
            <Button size="small" onClick={() => void pauseSending(one.key)}>
              {words.pause}
            </Button>
          )}
          {(one.state === 'paused' || (one.state === 'failed' && one.mayTryAgain)) && (
            <Button size="small" onClick={() => resumeSending(one.key)}>
              {one.state === 'paused' ? words.resume : words.again}
            </Button>
          )}
          {one.state !== 'settling' && (
            <Button size="small" type="text" onClick={() => void dropSending(one.key)}>
              {one.state === 'kept' ? words.clear : words.drop1}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}

const Named = ({ name, bytes }: { name: string; bytes: number }) => (
  <div className="upload-name">
    <strong>{name}</strong> <span className="meta num">{sizeOf(bytes)}</span>
  </div>
);

const percentOf = (sent: number, bytes: number): number => Math.min(100, Math.floor((sent / bytes) * 100));

// The browser asks in its own words.
function useAskBeforeLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);
}
