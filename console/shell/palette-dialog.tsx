import { Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { SearchIcon } from '../kit/icons.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';
import { useFinds } from './use-finds.ts';

/** The search over pages, stories, orders and people, in a dialog. */
export function PaletteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(shellTexts);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{words.goTo}</span>}
      styles={{ header: { margin: 0 } }}
      destroyOnHidden
      width={560}
      style={{ top: 80 }}
    >
      <PaletteBody onDone={onClose} />
    </Modal>
  );
}

function PaletteBody({ onDone }: { onDone: () => void }) {
  const words = useWords(shellTexts);
  const kit = useWords(kitTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { finds, isLooking } = useFinds(typed);
  const at = Math.min(active, finds.length - 1);
  const go = (to: string | undefined): void => {
    if (to === undefined) return;
    onDone();
    void navigate(to);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(finds.length - 1, at + step)));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(finds[at]?.to);
  };
  return (
    <div onKeyDown={onKey} role="presentation">
      <Input
        autoFocus
        size="large"
        prefix={<SearchIcon />}
        role="combobox"
        aria-expanded
        aria-controls="finds"
        {...(at >= 0 ? { 'aria-activedescendant': `find-${at}` } : {})}
        aria-label={words.goTo}
        placeholder={words.goToHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
      />
      <div className="palette-list" id="finds" role="listbox" aria-label={words.goTo}>
        {finds.map((find, index) => (
          // Keys are handled by the field above, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={`${find.to}${find.title}`}
            id={`find-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onMouseMove={() => setActive(index)}
            onClick={() => go(find.to)}
          >
            <span>{find.title}</span>
            <span className="meta">{find.kind}</span>
          </div>
        ))}
      </div>
      {finds.length === 0 && (
        <p className="meta" role="status" style={{ padding: 12 }}>
          {isLooking ? kit.loading : words.goToNone}
        </p>
      )}
    </div>
  );
}
