import { Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { useLanguage } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { isKeptLevel } from './kept-level.ts';
import { NamedList } from './named-list.tsx';
import { filledWords } from './named-words.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettingForm } from './setting-form.tsx';

type Levels = SettingsView['county']['placeLevels'];
interface Shape {
  placeLevels: Levels;
}

/** 各级的叫法: the levels of places from the top. One that a place has keeps its code and its place in the order. */
export function PlaceLevelsPart({ read, inUse }: { read: Levels; inUse: readonly string[] }) {
  const words = useWords(operationsTexts).settings.placeLevels;
  return (
    <SettingForm<Shape, Shape>
      words={words}
      path="/place-levels"
      read={{ placeLevels: read }}
      shown={{ placeLevels: read }}
      sent={(typed) => ({
        placeLevels: typed.placeLevels.map(({ level, name }) => ({ level: level.trim(), name: filledWords(name) })),
      })}
    >
      <Lines inUse={inUse} />
      <Preview />
    </SettingForm>
  );
}

function Lines({ inUse }: { inUse: readonly string[] }) {
  const words = useWords(operationsTexts).settings.placeLevels;
  const form = Form.useFormInstance<Shape>();
  const typed: readonly (Partial<Levels[number]> | undefined)[] = Form.useWatch('placeLevels', form) ?? [];
  const codes = typed.map((one) => one?.level);
  const isUsed = (at: number): boolean => isKeptLevel(codes, at, inUse);
  return (
    <NamedList
      name="placeLevels"
      most={8}
      word={words.name}
      newLine={{ level: '', name: {} }}
      add={words.add}
      mayRemove={(at) => !isUsed(at)}
      first={(at) => (
        <Form.Item
          name={[at, 'level']}
          label={words.code}
          rules={[{ required: true, pattern: /^[a-z][a-z-]{1,30}$/, message: words.codeRule }]}
        >
          <Input maxLength={31} className="num" autoComplete="off" disabled={isUsed(at)} />
        </Form.Item>
      )}
    />
  );
}

/** How the ladder reads, and what services and stations are called after it. */
function Preview() {
  const words = useWords(operationsTexts).settings.placeLevels;
  const language = useLanguage();
  const form = Form.useFormInstance<Shape>();
  const typed: readonly (Partial<Levels[number]> | undefined)[] = Form.useWatch('placeLevels', form) ?? [];
  const names = typed.map((one) => one?.name?.[language] || one?.name?.['zh-CN'] || one?.name?.en || one?.level || '');
  return (
    <div className="named-preview">
      <p>{names.filter(Boolean).join(' › ')}</p>
      <p className="meta">{words.steps(names.slice(0, 3).filter(Boolean))}</p>
    </div>
  );
}
