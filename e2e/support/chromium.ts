import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, and nobody asked.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
// A page of a journey lives for seconds: making its code quick costs more than it gives (a sixth of the processor time, axe among it).
const forShortLives = '--js-flags=--no-maglev --no-turbofan';

interface LaunchOptions {
  readonly executablePath: string;
  readonly args: string[];
}

/** How the bench starts Chromium: the one that the runner found, asking nobody outside. Root has no sandbox. */
export const launchOptions = (): LaunchOptions => ({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: flags,
});

/** How the journeys start it. */
export const journeyOptions = (): LaunchOptions => ({ ...launchOptions(), args: [...flags, forShortLives] });

// Reckoned by the processor: the machine of a journey has no graphics card.
const graphics = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** A Chromium without a window; with `graphics` it draws in three dimensions (WebGL), else it says that it cannot. */
export const launchChromium = (asked: { readonly graphics?: boolean } = {}) => {
  const { args, ...options } = journeyOptions();
  const chosen = asked.graphics
    ? [...args.filter((flag) => flag !== '--disable-gpu'), ...graphics]
    : [...args, '--disable-3d-apis'];
  return chromium.launch({ ...options, args: chosen });
};
