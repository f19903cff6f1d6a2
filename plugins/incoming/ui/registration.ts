// SPDX-License-Identifier: Apache-2.0
/** From what the machine read to what the clerk registers: pure functions behind the intake form. */
import type { Urgency } from '@congvu/sdk';
import type { PdfHighlight } from '@congvu/ui/pdf';
import { emptyEntry } from './routing';
import type {
  Delivery,
  DocumentFacts,
  IncomingDocument,
  LeaderChoice,
  Proposal,
  ReadField,
  Reading,
  ReadKey,
  Registration,
} from './types';

/** Fields in the order in which the keyboard goes through them. */
export const fieldOrder = [
  'symbol',
  'documentDate',
  'issuerName',
  'superiorName',
  'typeId',
  'urgency',
  'subject',
  'signerName',
  'signerPosition',
  'signerAuthority',
  'place',
  'dueOn',
  'note',
] as const satisfies readonly (keyof DocumentFacts)[];
export type FactKey = (typeof fieldOrder)[number];

export function emptyFacts(): DocumentFacts {
  return {
    symbol: '',
    issuerName: '',
    superiorName: '',
    typeId: '',
    subject: '',
    documentDate: null,
    place: '',
    urgency: 'normal',
    signerName: '',
    signerPosition: '',
    signerAuthority: '',
    dueOn: null,
    note: '',
  };
}

const day = (value: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : null);

/** A deadline that has passed is not proposed: the server refuses deadlines in the past. */
export function factsFromReading(reading: Reading | null, today: string): DocumentFacts {
  if (!reading) return emptyFacts();
  const dueOn = day(reading.dueOn.value);
  return {
    ...emptyFacts(),
    symbol: reading.symbol.value,
    issuerName: reading.issuerName.value,
    superiorName: reading.superiorName.value,
    typeId: reading.typeId.value,
    subject: reading.subject.value,
    documentDate: day(reading.documentDate.value),
    place: reading.place.value,
    urgency: (reading.urgency.value || 'normal') as Urgency,
    signerName: reading.signerName.value,
    signerPosition: reading.signerPosition.value,
    signerAuthority: reading.signerAuthority.value,
    dueOn: dueOn && dueOn >= today ? dueOn : null,
  };
}

export function emptyRegistration(facts = emptyFacts()): Registration {
  return { facts, entry: emptyEntry(), submitToPostId: null, submissionNote: '', duplicateReason: '' };
}

/** What the clerk typed before wins over what the machine read. */
export function registrationOf(proposal: Proposal, today: string): Registration {
  const fresh = emptyRegistration(factsFromReading(proposal.reading, today));
  const draft = proposal.draft;
  if (!draft) return fresh;
  return {
    ...fresh,
    ...draft,
    facts: { ...fresh.facts, ...draft.facts },
    entry: { ...fresh.entry, ...draft.entry },
  };
}

export function registrationOfDelivery(delivery: Delivery, today: string): Registration {
  return emptyRegistration({
    ...emptyFacts(),
    symbol: delivery.symbol,
    issuerName: delivery.senderName,
    typeId: delivery.typeId,
    subject: delivery.subject,
    documentDate: delivery.documentDate,
    urgency: delivery.urgency,
    signerName: delivery.signerName.slice(0, 50),
    signerPosition: delivery.signerTitle.replace(/\s+/g, ' ').slice(0, 100),
    dueOn: delivery.dueOn && delivery.dueOn >= today ? delivery.dueOn : null,
  });
}

export function factsOfDocument(document: IncomingDocument): DocumentFacts {
  const facts = emptyFacts();
  for (const key of fieldOrder) Object.assign(facts, { [key]: document[key] });
  return facts;
}

/** The leader to submit to: the one that was chosen last, the only one there is, or the only one who is no deputy ("Phó …"). */
export function preferredLeader(leaders: LeaderChoice[], lastUsed: string | null): string | null {
  if (leaders.some((leader) => leader.postId === lastUsed)) return lastUsed;
  const heads = leaders.filter((leader) => !leader.title.startsWith('Phó'));
  const only = leaders.length === 1 ? leaders[0] : heads.length === 1 ? heads[0] : undefined;
  return only?.postId ?? null;
}

export type Mark = 'sure' | 'recognised' | 'unsure' | 'missing' | 'edited' | 'checked' | 'none';

/** What is known of the reading beside its values. */
export interface Checking {
  /** The words were recognised in a picture. */
  isScan?: boolean;
  /** Fields that a person has looked at and gone on from. */
  checked?: ReadonlySet<FactKey>;
}

const normal = (value: string | null | undefined) => (value ?? '').trim();

/** How far a field can be trusted: as read, to be checked, not found, or already checked or changed by a person. */
export function markOf(
  reading: Reading | null,
  key: FactKey,
  facts: DocumentFacts,
  { isScan = false, checked }: Checking = {},
): Mark {
  if (!reading || key === 'note') return 'none';
  const read: ReadField = reading[key as ReadKey];
  const value = normal(facts[key]);
  if (checked?.has(key) && (value !== '' || !isNeeded(key))) return value === '' ? 'none' : 'checked';
  if (value !== normal(read.value)) return value === '' ? 'missing' : 'edited';
  if (read.value === '') return isNeeded(key) ? 'missing' : 'none';
  if (!read.isSure) return 'unsure';
  return isScan ? 'recognised' : 'sure';
}

const needed: FactKey[] = ['symbol', 'issuerName', 'typeId', 'subject'];
export function isNeeded(key: FactKey): boolean {
  return needed.includes(key);
}

const isShown = (key: FactKey) => key !== 'note' && key !== 'superiorName' && key !== 'place';

/** The next field that needs the clerk's eye: behind `after`, then from the beginning; null when all are checked. */
export function nextToCheck(
  reading: Reading | null,
  facts: DocumentFacts,
  checking: Checking = {},
  after: FactKey | null = null,
): FactKey | null {
  const start = after ? fieldOrder.indexOf(after) + 1 : 0;
  const inTurn = [...fieldOrder.slice(start), ...fieldOrder.slice(0, start)];
  return (
    inTurn.find(
      (key) => isShown(key) && ['unsure', 'missing'].includes(markOf(reading, key, facts, checking)),
    ) ?? null
  );
}

/** The first field that still needs the clerk's eye, where the keyboard should start. */
export function firstToCheck(
  reading: Reading | null,
  facts: DocumentFacts,
  checking: Checking = {},
): FactKey {
  return nextToCheck(reading, facts, checking) ?? 'symbol';
}

/** What recognition has found since the form was filled goes where nobody has typed or checked what was `filled` in. */
export function withNewReading(
  facts: DocumentFacts,
  filled: DocumentFacts,
  reading: Reading | null,
  checked: ReadonlySet<FactKey>,
  today: string,
): DocumentFacts {
  const fresh = factsFromReading(reading, today);
  const merged = { ...facts };
  for (const key of fieldOrder) {
    const isTheirs = key === 'note' || checked.has(key) || normal(facts[key]) !== normal(filled[key]);
    if (!isTheirs) Object.assign(merged, { [key]: fresh[key] });
  }
  return merged;
}

/** The place of every read field as a highlight; the one in focus is the active one. */
export function highlightsOf(
  reading: Reading | null,
  active: FactKey | null,
  label: (key: ReadKey) => string,
): PdfHighlight[] {
  if (!reading) return [];
  return (Object.keys(reading) as ReadKey[]).flatMap((key) => {
    const { place, isSure } = reading[key];
    if (!place || key !== active) return [];
    const margin = 3;
    return [
      {
        id: key,
        page: place.page,
        x1: place.x - margin,
        y1: place.y - margin,
        x2: place.x + place.width + margin,
        y2: place.y + place.height + margin,
        label: label(key),
        tone: isSure ? 'blue' : 'amber',
        active: true,
      } satisfies PdfHighlight,
    ];
  });
}

/** What is sent: trimmed, and without a submission note when nobody is submitted to. */
export function toRequest(registration: Registration): Registration {
  const facts = { ...registration.facts };
  for (const key of fieldOrder) {
    const value = facts[key];
    if (typeof value === 'string') Object.assign(facts, { [key]: value.trim() });
  }
  return {
    facts,
    entry: { ...registration.entry, backDateReason: registration.entry.backDateReason.trim() },
    submitToPostId: registration.submitToPostId || null,
    submissionNote: registration.submitToPostId ? registration.submissionNote.trim() : '',
    duplicateReason: registration.duplicateReason.trim(),
  };
}

/** The next proposal to work on after one has left the queue: the one behind it, else the one before. */
export function nextInQueue(queue: Proposal[], id: string): string | null {
  const open = queue.filter((one) => one.state !== 'failed' || one.id === id);
  const at = open.findIndex((one) => one.id === id);
  const next = open[at + 1] ?? open[at - 1];
  return next && next.id !== id ? next.id : null;
}
