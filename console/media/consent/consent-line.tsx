import { App, Button, Dropdown, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { ConsentListView, ConsentView } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { mediaTexts } from '../media-texts.ts';
import { consentTexts } from './consent-texts.ts';
import { formTypes, sendForm } from './send-form.ts';

const tones = { held: 'ok', ended: 'due', revoked: 'hot' } as const;

/** One consent: who, for what, until when, and what may be done about it. */
export function ConsentLine({ consent, abilities }: { consent: ConsentView; abilities: readonly string[] }) {
  const words = useWords(consentTexts);
  const times = useTimes();
  const { givenBy, asGuardian, forWhom, way, givenOn, scope, validUntil, state, settled } = consent;
  const whose = asGuardian ? words.guardianOf(forWhom) : forWhom ? words.actsFor(forWhom) : '';
  return (
    <li>
      <div className="consent-head">
        <strong>{givenBy}</strong>
        {whose && <span>{whose}</span>}
        <Tag tone={tones[state]}>{words.states[state]}</Tag>
      </div>
      <p className="meta">
        {[
          `${words.ways[way]} ${words.on(givenOn)}`,
          scope && words.only(scope),
          validUntil && words.until(validUntil),
          words.noted(consent.recordedBy ?? '', times.on(consent.recordedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {settled && <p className="meta">{words.settled(settled.by ?? '', times.on(settled.at), settled.because)}</p>}
      <Acts consent={consent} abilities={abilities} />
    </li>
  );
}

function Acts({ consent, abilities }: { consent: ConsentView; abilities: readonly string[] }) {
  const words = useWords(consentTexts);
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<ConsentListView>();
  const [settling, setSettling] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const mayDecide = abilities.includes('consent.decide');
  const mayRecord = abilities.includes('consent.record');
  const done = async (answer: ConsentListView | undefined, said: string): Promise<void> => {
    if (answer) void message.success(said);
    // Also after a refusal: somebody else was first.
    await refresh();
  };
  const revoke = async (): Promise<void> => {
    const sure = { title: words.revokeTitle(consent.givenBy), consequence: words.revokeSure, act: words.revokeGo };
    if (await confirm(sure)) await done(await run('POST', `/consents/${consent.id}/revocations`), words.revoked);
  };
  const remove = async (): Promise<void> => {
    const sure = { title: words.removeTitle, consequence: words.removeSure, act: words.remove };
    if (await confirm(sure)) await done(await run('DELETE', `/consents/${consent.id}`), words.removed);
  };
  return (
    <div className="row tight">
      {consent.form && abilities.includes('consent.see-form') && (
        <Button size="small" href={`/api/v1/consents/${consent.id}/form`} download>
          {words.open}
        </Button>
      )}
      {!consent.form && mayRecord && (
        <Button size="small" onClick={() => chooser.current?.click()}>
          {words.attach}
        </Button>
      )}
      {mayDecide && consent.state !== 'held' && consent.settled === null && (
        <Button size="small" onClick={() => setSettling(true)}>
          {words.settle}
        </Button>
      )}
      {mayDecide && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(consent.state === 'revoked' ? [] : [{ key: 'revoke', label: words.revoke }]),
              ...(consent.form && mayRecord ? [{ key: 'attach', label: words.attachAnew }] : []),
              { key: 'remove', label: words.remove, danger: true },
            ],
            onClick: ({ key }) => {
              if (key === 'attach') chooser.current?.click();
              else void (key === 'revoke' ? revoke() : remove());
            },
          }}
        >
          <Button size="small" type="text" loading={busy}>
            {words.more}
          </Button>
        </Dropdown>
      )}
      <FormSender id={consent.id} chooser={chooser} />
      {settling && <SettleDialog id={consent.id} onClose={() => setSettling(false)} />}
    </div>
  );
}

function FormSender({ id, chooser }: { id: string; chooser: React.RefObject<HTMLInputElement | null> }) {
  const words = useWords(consentTexts);
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const send = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      await sendForm(id, file);
      void message.success(words.attached);
      await refresh();
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : pictures.failed);
    } finally {
      input.value = '';
    }
  };
  return (
    <input
      ref={chooser}
      type="file"
      accept={formTypes}
      aria-label={words.form}
      hidden
      onChange={(event) => void send(event.target)}
    />
  );
}

function SettleDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(consentTexts);
  const { run, busy } = useAct<ConsentListView>();
  const save = async (typed: { because: string }): Promise<void> => {
    if (!(await run('POST', `/consents/${id}/settlements`, typed))) return;
    await refresh();
    onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.settleTitle} width={480}>
      <p className="meta">{words.settleHint}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(typed: { because: string }) => void save(typed)}>
        <Form.Item
          name="because"
          label={words.because}
          rules={[{ required: true, whitespace: true, message: words.becauseNeeded }]}
        >
          <Input autoFocus maxLength={200} placeholder={words.becauseExample} />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
