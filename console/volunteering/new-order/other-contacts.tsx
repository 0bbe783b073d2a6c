import { Button, Form, Radio } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { NameAndPhone } from './name-and-phone.tsx';
import { newOrderTexts } from './new-order-texts.ts';
import { NoticeFields } from './notice-fields.tsx';

/** Whom else to call or tell, one after the other, at `others` of the form; `numbers`: how each of those that may still be named is called. */
export function OtherContacts({ numbers }: { numbers: readonly number[] }) {
  const words = useWords(newOrderTexts);
  return (
    <Form.List name="others">
      {(others, { add, remove }) => (
        <>
          {others.map(({ key, name }) => {
            const number = numbers[name] ?? name + 1;
            return (
              <div key={key} role="group" aria-label={words.contact(number)}>
                <div className="row apart">
                  <strong>{words.contact(number)}</strong>
                  <Button type="link" style={{ padding: 0 }} onClick={() => remove(name)}>
                    {words.without(number)}
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
            );
          })}
          {others.length < numbers.length && (
            <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => add()}>
              + {words.more}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
