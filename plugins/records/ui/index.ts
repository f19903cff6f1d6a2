// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'records',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/RecordsPage.vue') },
    { path: 'dossiers/:id', component: () => import('./pages/DossierPage.vue'), props: true },
    { path: 'plans/:id', component: () => import('./pages/PlanPage.vue'), props: true },
    { path: 'transfers/:id', component: () => import('./pages/TransferPage.vue'), props: true },
  ],
  slots: { 'document.panels': [{ order: 40, component: () => import('./parts/DocumentPanel.vue') }] },
});
