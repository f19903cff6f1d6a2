// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

/** What anybody may open without signing in. */
export default definePlugin({
  id: 'signing',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/PublicVerifyPage.vue') },
    { path: ':code', component: () => import('./pages/PublicCheckPage.vue'), props: true },
  ],
});
