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

/** How the journeys start Chromium: the one that the runner found, asking nobody outside. Root has no sandbox. */
export const launchOptions = (): { executablePath: string; args: string[] } => ({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: flags,
});

/** A Chromium without a window. */
export const launchChromium = () => chromium.launch(launchOptions());
