import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { letSingleKeysAct, singleKeysAct } from '../kit/single-keys.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** All keys, in a dialog, with the choice to let those of a single letter rest. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { help } = useWords(shellTexts);
  const [act, setAct] = useState(singleKeysAct);
  const choose = (wanted: boolean): void => {
    letSingleKeysAct(wanted);
    setAct(wanted);
  };
  const groups: readonly [string, readonly (readonly [string, string])[]][] = [
    [
      help.anywhere,
      [
        ['Ctrl K', help.palette],
        ['h', help.work],
        ['?', help.thisHelp],
      ],
    ],
    [
      help.lists,
      [
        ['j ↓', help.next],
        ['k ↑', help.previous],
        ['Enter', help.open],
        ['e', help.edit],
        ['/', help.search],
        ['Space', help.tick],
        ['Shift ↓', help.tickOn],
      ],
    ],
    [
      help.reviewing,
      [
        ['s', help.sign],
        ['r', help.return],
        ['j', help.nextReview],
        ['k', help.previousReview],
      ],
    ],
    [
      help.writing,
      [
        ['Ctrl S', help.save],
        ['Ctrl B', help.bold],
      ],
    ],
  ];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={help.title} width={420}>
      <div className="stack">
        <label className="row" style={{ gap: 12 }}>
          <Switch checked={act} onChange={choose} />
          <span>
            {help.singleKeys}
            <br />
            <small>{help.singleKeysHint}</small>
          </span>
        </label>
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className="facts" style={{ marginTop: 8 }}>
              {keys.map(([key, text]) => (
                <div key={key} style={{ display: 'contents' }}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
