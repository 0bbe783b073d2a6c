import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb.js';
import 'dayjs/locale/zh-cn.js';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { kitTexts } from '../kit/kit-texts.ts';
import { useLanguage, useTag } from '../kit/language.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { consoleTheme } from '../kit/theme.ts';
import { styleNonce } from '../kit/trusted-types.ts';
import { useDark } from '../kit/use-dark.ts';
import { storySlots } from '../channels/story-slots.ts';
import { StorySlotsContext } from '../newsroom/slots.ts';
import { Gate } from './gate.tsx';
import { OfflineLine } from './offline-line.tsx';
import { partsIn } from './parts-in.ts';
import { router } from './routes.tsx';

/** The whole application: look, language, data, ways; and over all of it the dialog that asks who you are. */
export function ConsoleApp() {
  const language = useLanguage();
  const tag = useTag();
  const dark = useDark();
  const { needed } = useWords(kitTexts);
  useEffect(() => {
    document.documentElement.lang = tag;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    dayjs.locale(language === 'en' ? 'en-gb' : 'zh-cn');
  }, [language, tag, dark]);
  return (
    <ConfigProvider
      locale={partsIn[language]}
      theme={consoleTheme(dark)}
      csp={{ nonce: styleNonce() }}
      button={{ autoInsertSpace: false }}
      form={{ validateMessages: { required: needed, whitespace: needed } }}
    >
      <App message={{ maxCount: 3, top: 64 }}>
        <QueryClientProvider client={queries}>
          <OfflineLine />
          <StorySlotsContext value={storySlots}>
            <RouterProvider router={router} />
          </StorySlotsContext>
          <Gate />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
