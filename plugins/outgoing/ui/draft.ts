// SPDX-License-Identifier: Apache-2.0
import { formatDate, type Urgency } from '@congvu/sdk';
import { sentValues } from './fields';
import { type ChosenRecipient, chosenRecipient, sentRecipient } from './recipients';
import type { DocumentView, DraftDefaults, FieldValues, RelationKind } from './types';

/** What an editor holds of a draft. */
export interface DraftContent {
  fields: FieldValues;
  urgency: Urgency;
  dueOn: string | null;
  recipients: ChosenRecipient[];
}

export function contentOf(view: DocumentView): DraftContent {
  return {
    fields: view.fields,
    urgency: view.urgency,
    dueOn: view.dueOn,
    recipients: view.recipients.map(chosenRecipient),
  };
}

/** The request that keeps a version. */
export function savedBody(content: DraftContent, note: string) {
  return {
    fields: sentValues(content.fields, content.urgency),
    urgency: content.urgency,
    dueOn: content.dueOn,
    recipients: content.recipients.map(sentRecipient),
    note: note.trim(),
  };
}

/** Equal for two contents that would be saved alike. */
export function fingerprint(content: DraftContent): string {
  return JSON.stringify(savedBody(content, ''));
}

/**
 * What a document that sets an earlier one right starts with: a correction names it in the subject, an
 * amendment or replacement begins with its content; all go to where it went.
 */
export function mendedContent(
  known: DraftDefaults,
  earlier: DocumentView,
  kind: RelationKind | undefined,
  t: (key: string, values: Record<string, string>) => string,
): DraftContent {
  const subject = t(`outgoing.relation.subject.${kind ?? 'corrects'}`, {
    type: earlier.typeName,
    number: earlier.numberAndSymbol,
    date: formatDate(earlier.documentDate),
  });
  const content = kind === 'corrects' ? {} : earlier.fields;
  const { symbol, signer, place } = known.fields;
  const own = Object.fromEntries(
    Object.entries({ symbol, signer, place }).filter(([, value]) => value !== undefined),
  ) as FieldValues;
  return {
    fields: { ...known.fields, ...content, ...own, subject },
    urgency: earlier.urgency,
    dueOn: null,
    recipients: earlier.recipients.map(chosenRecipient),
  };
}
