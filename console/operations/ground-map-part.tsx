import { Form, Input } from 'antd';
import type { SettingsView } from '@xiangyin/server/contract';
import { degreesOf, degreesText } from '../kit/degrees.ts';
import { DegreesField } from '../kit/degrees-field.tsx';
import { useWords } from '../kit/texts.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettingForm } from './setting-form.tsx';

type Ground = SettingsView['county']['groundMap'];

/** 地图底图: where the ground under the county's maps comes from. */
export function GroundMapPart({ read }: { read: Ground }) {
  const words = useWords(operationsTexts).settings.groundMap;
  return (
    <SettingForm
      words={words}
      path="/ground-map"
      read={read}
      shown={{ ...read, origin: read.origin ? degreesText(read.origin) : '' }}
      sent={({ tiles, labels, attribution, origin }): Ground => ({
        tiles: tiles.trim(),
        labels: labels.trim(),
        attribution: attribution.trim(),
        origin: degreesOf(origin) ?? null,
      })}
    >
      <Form.Item name="tiles" label={words.tiles} extra={words.tilesHint}>
        <Input maxLength={500} className="num" autoComplete="off" placeholder="https://…/{z}/{x}/{y}.png" />
      </Form.Item>
      <Form.Item name="labels" label={words.labels} extra={words.labelsHint}>
        <Input maxLength={500} className="num" autoComplete="off" />
      </Form.Item>
      <Form.Item name="attribution" label={words.attribution} extra={words.attributionHint}>
        <Input maxLength={200} />
      </Form.Item>
      <DegreesField name="origin" label={words.origin} hint={words.originHint} />
    </SettingForm>
  );
}
