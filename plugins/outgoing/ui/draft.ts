// SPDX-License-Identifier: Apache-2.0
import type { Agency, Urgency } from '@congvu/sdk';
import { sentValues } from './fields';
import type { DocumentView, FieldValues, Recipient } from './types';

/** What an editor holds of a draft. */
export interface DraftContent {
  fields: FieldValues;
  urgency: Urgency;
  dueOn: string | null;
  recipients: Agency[];
}

export function agencyOf(recipient: Pick<Recipient, 'agencyId' | 'name'>): Agency {
  return { id: recipient.agencyId, name: recipient.name, organId: '', parentId: null };
}

export function contentOf(view: DocumentView): DraftContent {
  return {
    fields: view.fields,
    urgency: view.urgency,
    dueOn: view.dueOn,
    recipients: view.recipients.map(agencyOf),
  };
}

/** The request that keeps a version. */
export function savedBody(content: DraftContent, note: string) {
  return {
    fields: sentValues(content.fields, content.urgency),
    urgency: content.urgency,
    dueOn: content.dueOn,
    recipientAgencyIds: content.recipients.map((agency) => agency.id),
    note: note.trim(),
  };
}

/** Equal for two contents that would be saved alike. */
export function fingerprint(content: DraftContent): string {
  return JSON.stringify(savedBody(content, ''));
}
