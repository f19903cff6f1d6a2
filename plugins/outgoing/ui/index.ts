// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'outgoing',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/ListPage.vue') },
    { path: 'register', component: () => import('./pages/RegisterPage.vue') },
    { path: 'numbering', component: () => import('./pages/NumberingPage.vue') },
    { path: 'addresses', component: () => import('./pages/AddressesPage.vue') },
    { path: 'dispatch', component: () => import('./pages/DispatchPage.vue') },
    { path: 'dispatch/:id', component: () => import('./pages/PaperPage.vue'), props: true },
    { path: 'new', component: () => import('./pages/NewPage.vue') },
    { path: 'documents/:id', component: () => import('./pages/DocumentPage.vue'), props: true },
    { path: 'documents/:id/edit', component: () => import('./pages/EditPage.vue'), props: true },
    { path: 'documents/:id/own-file', component: () => import('./pages/OwnFilePage.vue'), props: true },
    { path: 'documents/:id/compare', component: () => import('./pages/ComparePage.vue'), props: true },
  ],
  slots: {
    'home.widgets': [{ order: 20, component: () => import('./parts/HomeWidget.vue') }],
    'document.actions': [{ order: 20, component: () => import('./parts/AnswerButton.vue') }],
    'document.panels': [{ order: 30, component: () => import('./parts/AnswersPanel.vue') }],
    'task.panels': [{ order: 30, component: () => import('./parts/TaskAnswers.vue') }],
  },
});
