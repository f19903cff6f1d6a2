// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'statistics',
  messages: { vi, en },
  routes: [{ path: '', component: () => import('./pages/StatisticsPage.vue') }],
});
