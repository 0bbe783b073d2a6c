import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { CopyText } from './copy-text.tsx';

/** A secret that was just made: it can be copied now and is never shown again, so a click beside the dialog does not close it. `once` says so, `taken` is the button; below it how it is used. */
export function ShownOnce({
  title,
  once,
  secret,
  taken,
  children,
  onClose,
}: {
  title: string;
  once: string;
  secret: string;
  taken: string;
  children?: ReactNode;
  onClose: () => void;
}) {
  return (
    <Modal
      open
      mask={{ closable: false }}
      onCancel={onClose}
      title={title}
      footer={
        <Button type="primary" onClick={onClose}>
          {taken}
        </Button>
      }
    >
      <div className="stack">
        <p className="notice due">{once}</p>
        <CopyText text={secret} />
        {children}
      </div>
    </Modal>
  );
}
