// SPDX-License-Identifier: Apache-2.0
import type { Query } from '@congvu/sdk';

/** Which answers belong to the thing that a page of another plugin shows; null where none can. */
export function sourceQuery(plugin: string, type: string, id: string): Query | null {
  if (plugin === 'incoming' && type === 'document') return { sourceDocumentId: id };
  if (plugin === 'tasks' && type === 'task') return { sourceTaskId: id };
  return null;
}
