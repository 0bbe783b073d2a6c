import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { App, Button, Checkbox, ConfigProvider, Dropdown, Form, Input, Popover, Segmented, Select } from 'antd';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { consoleTheme } from '../kit/theme.ts';

// What the frame and most pages show. A component that is missing here makes its styles in the browser, as Ant Design does by itself.
const shown = () => [
  h(Button, { key: 'button' }, '…'),
  h(Input, { key: 'input' }),
  h(Input.TextArea, { key: 'text' }),
  h(Select, { key: 'select' }),
  h(Segmented, { key: 'segmented', options: ['…'] }),
  h(Checkbox, { key: 'checkbox' }),
  h(Form, { key: 'form' }, h(Form.Item, { label: '…' }, h(Input))),
  h(Dropdown, { key: 'dropdown', menu: { items: [] } }, h('span')),
  h(Popover, { key: 'popover', content: '…' }, h('span')),
];

/** The styles of these components as CSS text, with the list by which Ant Design knows in the browser that they are there.
 *  They name colours and sizes by variables only, so they are the same in light and dark. Throws when they are not. */
export function sharedStyles(): string {
  const [light, dark] = [false, true].map(stylesIn);
  if (light !== dark) throw new Error('styles of Ant Design differ between light and dark: they cannot be one file');
  return light ?? '';
}

function stylesIn(isDark: boolean): string {
  const cache = createCache();
  renderToString(
    h(StyleProvider, { cache }, h(ConfigProvider, { theme: consoleTheme(isDark) }, h(App, null, ...shown()))),
  );
  return extractStyle(cache, { plain: true, types: ['style'] });
}
