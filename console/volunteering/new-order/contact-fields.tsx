import { Button, Form, Input, Radio } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { newOrderTexts } from './new-order-texts.ts';
import { NoticeFields } from './notice-fields.tsx';
import { otherContacts } from './typed-order.ts';

/** Who orders, and whom else to call or tell. */
export function ContactFields() {
  const words = useWords(newOrderTexts);
  return (
    <>
      <NameAndPhone path={[]} />
      <NoticeFields />
      <Form.List name="others">
        {(others, { add, remove }) => (
          <>
            {others.map(({ key, name }) => (
              <div key={key} role="group" aria-label={words.contact(name + 1)}>
                <div className="row apart">
                  <strong>{words.contact(name + 1)}</strong>
                  <Button type="link" style={{ padding: 0 }} onClick={() => remove(name)}>
                    {words.without(name + 1)}
                  </Button>
                </div>
                <NameAndPhone path={[name]} />
                <Form.Item name={[name, 'told']} label={words.mayHear} initialValue="visit">
                  <Radio.Group
                    options={(['visit', 'progress', 'everything'] as const).map((value) => ({
                      value,
                      label: words.told[value],
                    }))}
                  />
                </Form.Item>
                <NoticeFields other={name} />
              </div>
            ))}
            {others.length < otherContacts && (
              <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => add()}>
                + {words.more}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  );
}

function NameAndPhone({ path }: { path: readonly (string | number)[] }) {
  const { needed: message } = useWords(volunteeringTexts);
  const words = useWords(newOrderTexts);
  const needed = [{ required: true, whitespace: true, message }];
  return (
    <div className="two-fields">
      <Form.Item name={[...path, 'name']} label={words.name} rules={needed}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...path, 'phone']} label={words.phone} rules={needed}>
        <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
      </Form.Item>
    </div>
  );
}
