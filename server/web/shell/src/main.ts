// SPDX-License-Identifier: Apache-2.0
import '@congvu/ui/styles.css';
import * as ui from '@congvu/ui';
import { createApp, h } from 'vue';

createApp({ render: () => h('p', Object.keys(ui).length) }).mount('#app');
