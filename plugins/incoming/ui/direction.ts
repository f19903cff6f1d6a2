// SPDX-License-Identifier: Apache-2.0
/** The form of a direction: who leads, who co-operates, until when. */
import type { DirectoryEntry } from '@congvu/sdk';

export interface DirectionForm {
  opinion: string;
  lead: DirectoryEntry | null;
  leadDueOn: string | null;
  coops: { entry: DirectoryEntry; dueOn: string | null; note: string }[];
}

export function emptyDirection(): DirectionForm {
  return { opinion: '', lead: null, leadDueOn: null, coops: [] };
}

const keyOf = (entry: DirectoryEntry) => `${entry.kind}:${entry.id}`;

/** The co-operating ones follow the picker's choice and keep what was typed for those that stay. */
export function withCoops(form: DirectionForm, chosen: DirectoryEntry[]): DirectionForm['coops'] {
  return chosen
    .filter((entry) => !form.lead || keyOf(entry) !== keyOf(form.lead))
    .map(
      (entry) =>
        form.coops.find((one) => keyOf(one.entry) === keyOf(entry)) ?? { entry, dueOn: null, note: '' },
    );
}

function assignmentOf(kind: 'lead' | 'coop', entry: DirectoryEntry, dueOn: string | null, note: string) {
  return {
    kind,
    unitId: entry.kind === 'unit' ? entry.id : null,
    postId: entry.kind === 'post' ? entry.id : null,
    dueOn,
    note: note.trim(),
  };
}

/** The request's body; the lead comes first, so pointers to assignments/0 belong to it. */
export function toDirectionRequest(form: DirectionForm) {
  const lead = form.lead ? [assignmentOf('lead', form.lead, form.leadDueOn, '')] : [];
  const coops = form.coops.map((one) =>
    assignmentOf('coop', one.entry, one.dueOn ?? form.leadDueOn, one.note),
  );
  return { opinion: form.opinion.trim(), assignments: [...lead, ...coops] };
}

export function canSend(form: DirectionForm): boolean {
  return form.lead !== null && form.opinion.trim() !== '';
}

/** Adds a picked phrase after what is typed already. */
export function withPhrase(opinion: string, phrase: string): string {
  const typed = opinion.trimEnd();
  return typed === '' ? phrase : `${typed}\n${phrase}`;
}
