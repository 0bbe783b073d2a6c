import { theme, type ThemeConfig } from 'antd';

const light = {
  paper: '#fbf8f1',
  paper2: '#f3eee2',
  card: '#fffdf8',
  line: '#ddd5c3',
  edge: '#8d8775',
  chosen: '#fffdf8',
  ink: '#1f2a25',
  ink2: '#4c5a52',
  ink3: '#5d6961',
  pine: '#1f6147',
  pine2: '#e3efe7',
  onPine: '#ffffff',
  persimmon: '#b8451f',
  persimmonHover: '#9f3a18',
  river: '#1e5f86',
  grain: '#8a6200',
};
const dark = {
  paper: '#141a17',
  paper2: '#1b231f',
  card: '#1d2521',
  line: '#35423b',
  edge: '#6f7d75',
  chosen: '#35423b',
  ink: '#ecefe9',
  ink2: '#b9c3bc',
  ink3: '#94a199',
  pine: '#7cc9a4',
  pine2: '#1d3a2d',
  onPine: '#0f1a15',
  persimmon: '#f29a76',
  persimmonHover: '#f5b093',
  river: '#86bfe2',
  grain: '#e2b955',
};
const sans =
  "system-ui, -apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'Segoe UI', sans-serif";

/** Ant Design in the colours of the public pages: pine acts, persimmon warns, paper lies underneath. */
export function consoleTheme(isDark: boolean): ThemeConfig {
  const c = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'console' },
    hashed: false,
    token: {
      colorPrimary: c.pine,
      // The turning sign says that it works; faded words would be too pale to read.
      opacityLoading: 1,
      colorInfo: c.river,
      colorWarning: c.grain,
      colorError: c.persimmon,
      // Ant Design would make it paler under the pointer, too pale for the words on it.
      colorErrorHover: c.persimmonHover,
      colorSuccess: c.pine,
      colorLink: c.pine,
      colorBgLayout: c.paper,
      colorBgContainer: c.card,
      colorBgElevated: c.card,
      colorBorder: c.line,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextDescription: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextLightSolid: c.onPine,
      borderRadius: 10,
      borderRadiusLG: 14,
      borderRadiusSM: 6,
      controlHeight: 40,
      fontSize: 15,
      fontFamily: sans,
      wireframe: false,
      controlItemBgActive: c.pine2,
      controlItemBgHover: c.paper2,
      controlItemBgActiveHover: c.pine2,
      boxShadow: '0 6px 20px rgb(31 42 37 / .10)',
      boxShadowSecondary: '0 6px 24px rgb(31 42 37 / .14)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: 'transparent',
        headerColor: c.ink3,
        headerSplitColor: 'transparent',
        rowHoverBg: c.paper2,
        cellPaddingBlock: 9,
        cellPaddingInline: 12,
        borderColor: c.line,
      },
      // An empty box or ring is a thing to press: its edge is seen (3:1), where a line only parts.
      Checkbox: { colorBorder: c.edge },
      Radio: { colorBorder: c.edge },
      Segmented: { trackBg: c.paper2, itemSelectedBg: c.chosen },
      Tabs: { horizontalItemGutter: 24 },
      Layout: { bodyBg: c.paper, headerBg: c.paper, siderBg: c.paper },
    },
  };
}
