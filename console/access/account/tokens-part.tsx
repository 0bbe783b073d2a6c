import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { NewTokenRequest, newToken, tokenList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { CopyText } from '../../kit/copy-text.tsx';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { abilityWord, abilityWords, byNoun } from '../ability-words.ts';
import { accessTexts } from '../access-texts.ts';
import { Lines } from './lines.tsx';

type Tokens = Answer<typeof tokenList>;

/** Tokens for programs: few abilities, an end, shown once. */
export function TokensPart() {
  const { account } = useWords(accessTexts);
  const times = useTimes('real');
  const confirm = useConfirm();
  const { run } = useAct<null>();
  const [making, setMaking] = useState(false);
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => read<Tokens>('/me/tokens', {}, { signal }),
  });
  const revoke = async (token: Tokens['tokens'][number]): Promise<void> => {
    if (!(await confirm({ title: token.name, consequence: account.revokeSure, act: account.revoke }))) return;
    await run('DELETE', `/me/tokens/${token.id}`);
    await queries.invalidateQueries({ queryKey: ['tokens'] });
  };
  return (
    <Part title={account.tokens} aside={<Button onClick={() => setMaking(true)}>{account.makeToken}</Button>}>
      <p className="meta">{account.tokensHint}</p>
      <Loaded query={tokens} rows={2}>
        {(list) => (
          <>
            <Lines
              empty={account.none}
              lines={list.tokens.map((token) => ({
                key: token.id,
                title: token.name,
                meta: [
                  account.until(times.on(token.expiresAt)),
                  token.usedAt ? account.used(times.at(token.usedAt)) : account.neverUsed,
                ].join(' · '),
                more: <Scopes scopes={token.scopes} />,
                action: (
                  <Button type="text" onClick={() => void revoke(token)}>
                    {account.revoke}
                  </Button>
                ),
              }))}
            />
            <MakeToken open={making} offered={list.offered} onClose={() => setMaking(false)} />
          </>
        )}
      </Loaded>
    </Part>
  );
}

/** What a token may do: how much at once, and all of it when asked. */
function Scopes({ scopes }: { scopes: readonly string[] }) {
  const { account } = useWords(accessTexts);
  const words = useWords(abilityWords);
  return (
    <details>
      <summary>{account.scopeCount(scopes.length)}</summary>
      <dl className="facts">
        {byNoun(words, scopes).map(({ noun, title, abilities }) => (
          <div key={noun} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd>{abilities.map((ability) => abilityWord(words, ability)).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function MakeToken({ open, offered, onClose }: { open: boolean; offered: readonly string[]; onClose: () => void }) {
  const { account, door } = useWords(accessTexts);
  const kit = useWords(kitTexts);
  const words = useWords(abilityWords);
  const { run, busy } = useAct<Answer<typeof newToken>>();
  const [made, setMade] = useState<string | null>(null);
  const make = async (typed: NewTokenRequest): Promise<void> => {
    const token = await run('POST', '/me/tokens', typed);
    if (!token) return;
    setMade(token.token);
    await queries.invalidateQueries({ queryKey: ['tokens'] });
  };
  const close = (): void => {
    setMade(null);
    onClose();
  };
  const needed = [{ required: true, message: door.needed }];
  return (
    <Modal open={open} onCancel={close} footer={null} title={account.makeToken} destroyOnHidden>
      {made !== null ? (
        <div className="stack">
          <p className="notice due">{account.tokenShow}</p>
          <CopyText text={made} />
        </div>
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          initialValues={{ days: 90 }}
          onFinish={(typed: NewTokenRequest) => void make(typed)}
        >
          <Form.Item name="name" label={account.tokenName} rules={needed}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item name="scopes" label={account.tokenScopes} rules={needed}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={byNoun(words, offered).map(({ noun, title, abilities }) => ({
                key: noun,
                label: title,
                options: abilities.map((scope) => ({ value: scope, label: abilityWord(words, scope) })),
              }))}
            />
          </Form.Item>
          <Form.Item name="days" label={account.tokenDays} rules={needed}>
            <InputNumber min={1} max={365} />
          </Form.Item>
          <SaveButton busy={busy}>{kit.confirm}</SaveButton>
        </Form>
      )}
    </Modal>
  );
}
