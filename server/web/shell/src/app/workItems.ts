// SPDX-License-Identifier: Apache-2.0
import { http, type WorkItem } from '@congvu/sdk';

/** Opening an item marks it as read. That this fails must not keep anybody from opening it. */
export function markRead(item: WorkItem): void {
  if (!item.unread) return;
  http
    .post(`/work-items/${encodeURIComponent(item.id)}/read`)
    .catch((error) => console.warn('mark as read', error));
}
