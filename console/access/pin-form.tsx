import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ComputerView, SignedIn } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { computerQuery } from '../kit/station-computer.ts';
import { useWords } from '../kit/texts.ts';
import { pinTexts } from './pin-texts.ts';
import { SignInForm } from './sign-in-form.tsx';

type Person = ComputerView['people'][number];

/** Who opens a station's computer: one of those with a PIN here, or anybody by signing in in full. */
export function StationDoor({ onSignedIn }: { onSignedIn: (answer: SignedIn) => void }) {
  const words = useWords(pinTexts);
  const language = useLanguage();
  const query = useQuery({ ...computerQuery, staleTime: 0 });
  const [inFull, setInFull] = useState(false);
  const [chosen, setChosen] = useState<Person | null>(null);
  return (
    <Loaded query={query} rows={2}>
      {({ computer, people }) => {
        if (computer === null) return <SignInForm onSignedIn={onSignedIn} />;
        return (
          <div className="stack">
            <p className="meta">{words.at(inWords(computer.station, language), computer.name)}</p>
            {inFull ? (
              <SignInForm onSignedIn={onSignedIn} />
            ) : chosen ? (
              <Digits person={chosen} onSignedIn={onSignedIn} onOther={() => setChosen(null)} />
            ) : (
              <Names people={people} onChoose={setChosen} />
            )}
            <Button type="link" block onClick={() => setInFull(!inFull)}>
              {inFull ? words.byPin : words.inFull}
            </Button>
          </div>
        );
      }}
    </Loaded>
  );
}

function Names({ people, onChoose }: { people: readonly Person[]; onChoose: (person: Person) => void }) {
  const words = useWords(pinTexts);
  if (people.length === 0) return <p>{words.nobody}</p>;
  return (
    <>
      <p>{words.who}</p>
      <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
        {people.map((person) => (
          <li key={person.personId}>
            <Button block size="large" disabled={!person.counts} onClick={() => onChoose(person)}>
              {person.name}
              {!person.counts && <span className="meta"> · {words.fullFirst}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface DigitsProps {
  person: Person;
  onSignedIn: (answer: SignedIn) => void;
  onOther: () => void;
}

function Digits({ person, onSignedIn, onOther }: DigitsProps) {
  const words = useWords(pinTexts);
  const [form] = Form.useForm<{ pin: string }>();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async ({ pin }: { pin: string }): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onSignedIn(
        await act<SignedIn>('POST', '/computer/sessions', { personId: person.personId, pin }, { gate: false }),
      );
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : words.failed);
      form.resetFields();
      void queries.invalidateQueries({ queryKey: computerQuery.queryKey });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      {error !== null && <Alert type="error" title={error} role="alert" style={{ marginBottom: 16 }} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void open(typed)}>
        <Form.Item
          name="pin"
          label={words.digits(person.name)}
          rules={[{ required: true, pattern: /^\d{6}$/, message: words.needed }]}
        >
          <Input.Password size="large" inputMode="numeric" autoComplete="off" maxLength={6} className="num" autoFocus />
        </Form.Item>
        <Button block type="primary" size="large" htmlType="submit" loading={busy}>
          {words.open}
        </Button>
        <Button block type="text" style={{ marginTop: 8 }} onClick={onOther}>
          {words.another}
        </Button>
      </Form>
    </div>
  );
}
