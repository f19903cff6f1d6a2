// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** The real server with a real SQLite file and the demonstration province, driven by Debian's Chromium. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'build/test-results/playwright'),
  workers: 1,
  // One more try tells a slow machine from a broken page; a test that needed it is counted as flaky in the report.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: path.join(root, 'build/test-results/playwright.json') }]],
  globalSetup: path.join(import.meta.dirname, 'startServer.ts'),
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
