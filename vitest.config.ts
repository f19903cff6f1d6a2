// SPDX-License-Identifier: Apache-2.0
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue({ template: { transformAssetUrls: false } })],
  define: {
    __CONGVU_ICONS__: JSON.stringify('/assets/icons.svg'),
    __CONGVU_PDFJS__: JSON.stringify('/assets/pdfjs/'),
  },
  test: {
    environment: 'happy-dom',
    include: ['server/web/**/*.test.ts', 'plugins/*/ui/**/*.test.ts'],
    env: { TZ: 'UTC' },
    restoreMocks: true,
  },
});
