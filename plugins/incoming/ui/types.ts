// SPDX-License-Identifier: Apache-2.0
/** Shapes of /api/v1/incoming, as the server writes them. */
import type { Urgency } from '@congvu/sdk';
import type { RegisterEntry, Secrecy } from './routing';

export type DocumentState =
  | 'registered'
  | 'submitted'
  | 'returned'
  | 'directed'
  | 'transferred'
  | 'in_work'
  | 'completed'
  | 'cancelled'
  | 'recalled';
export type Verdict = 'valid' | 'indeterminate' | 'invalid' | 'unsigned' | 'unreadable' | 'unknown';
export type Act =
  | 'direct'
  | 'return'
  | 'withdraw'
  | 'submit'
  | 'transfer'
  | 'inform'
  | 'close'
  | 'cancel'
  | 'correct';

export interface DocumentRow {
  id: string;
  state: DocumentState;
  arrivalNumber: number;
  arrivedOn: string;
  symbol: string;
  issuerName: string;
  typeId: string;
  subject: string;
  documentDate: string | null;
  urgency: Urgency;
  dueOn: string | null;
  isOverdue: boolean;
  isUnread: boolean;
  verdict: Verdict;
  submittedToName: string;
}

/** What the clerk says of a document. */
export interface DocumentFacts {
  symbol: string;
  issuerName: string;
  superiorName: string;
  typeId: string;
  subject: string;
  documentDate: string | null;
  place: string;
  urgency: Urgency;
  signerName: string;
  signerPosition: string;
  signerAuthority: string;
  dueOn: string | null;
  note: string;
}

export interface Registration {
  facts: DocumentFacts;
  entry: RegisterEntry;
  submitToPostId: string | null;
  submissionNote: string;
  duplicateReason: string;
}

export interface IncomingDocument extends DocumentFacts {
  id: string;
  version: number;
  state: DocumentState;
  registerCode: string;
  arrivalNumber: number;
  arrivedOn: string;
  backDateReason: string;
  secrecy: Secrecy;
  pages: number;
  verdict: Verdict;
  duplicateOf: string | null;
  duplicateReason: string;
  deliveryId: string | null;
  registeredByName: string;
  registeredAt: string;
  submittedToPostId: string | null;
  submittedToName: string;
  tasksTotal: number;
  tasksDone: number;
  closedAt: string | null;
  closingNote: string;
  frozenReason: string;
}

export interface FileView {
  id: string;
  name: string;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  kind: 'main' | 'attachment';
  verdict: Verdict;
}

export interface Assignment {
  id: string;
  kind: 'lead' | 'coop';
  unitId: string | null;
  postId: string | null;
  name: string;
  dueOn: string | null;
  note: string;
}

export interface Direction {
  id: string;
  postId: string;
  postTitle: string;
  personName: string;
  opinion: string;
  givenAt: string;
  withdrawnAt: string | null;
  withdrawalReason: string;
  assignments: Assignment[];
}

export interface DocumentDetail {
  document: IncomingDocument;
  files: FileView[];
  directions: Direction[];
  acts: Act[];
}

export interface DocumentTasks {
  isAvailable: boolean;
  items: { id: string; title: string; state: string; leadName: string; dueOn: string | null; link: string }[];
}

export interface TimelineEntry {
  id: string;
  at: string;
  actorName: string;
  postTitle: string;
  unitName: string;
  act: string;
  note: string;
  detail: Record<string, unknown> | null;
}

export interface Counters {
  all: number;
  waiting: number;
  inWork: number;
  overdue: number;
  done: number;
  arrived: number;
  queue: number;
}

/** Where a value stands in the PDF: points, origin at the lower left. */
export interface Place {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ReadField {
  value: string;
  confidence: number;
  isSure: boolean;
  place: Place | null;
}

export type ReadKey =
  | 'symbol'
  | 'documentDate'
  | 'place'
  | 'issuerName'
  | 'superiorName'
  | 'typeId'
  | 'subject'
  | 'urgency'
  | 'signerAuthority'
  | 'signerPosition'
  | 'signerName'
  | 'dueOn';
export type Reading = Record<ReadKey, ReadField>;

/** How far the recognition of a scanned file has come. */
export interface Recognition {
  state: 'queued' | 'done' | 'failed';
  pagesDone: number;
  pagesTotal: number;
  failure: '' | 'recognition-unavailable' | 'recognition-failed';
}

export interface Proposal {
  id: string;
  version: number;
  state: 'waiting' | 'ready' | 'failed' | 'registered' | 'discarded';
  failure: string;
  createdByName: string;
  createdAt: string;
  fileName: string;
  sha256: string;
  sizeBytes: number;
  pages: number;
  reading: Reading | null;
  draft: Partial<Registration> | null;
  verdict: Verdict;
  report: unknown;
  documentId: string | null;
  /** Of a scan; null for a file with words of its own. */
  recognition: Recognition | null;
}

export interface Duplicate {
  documentId: string;
  arrivalNumber: number;
  arrivedOn: string;
  symbol: string;
  subject: string;
  reason: 'same-reference' | 'same-file';
}

export interface ProposalDetail {
  proposal: Proposal;
  files: FileView[];
  duplicates: Duplicate[];
}

export interface Delivery {
  id: string;
  version: number;
  state: 'arrived' | 'refused' | 'registered' | 'recalled';
  status: string;
  senderName: string;
  senderOrganId: string;
  symbol: string;
  typeId: string;
  typeName: string;
  subject: string;
  documentDate: string | null;
  signerName: string;
  signerTitle: string;
  urgency: Urgency;
  dueOn: string | null;
  answersSymbol: string;
  pages: number;
  arrivedAt: string;
  reason: string;
  recallReason: string;
  recallState: 'none' | 'asked' | 'agreed' | 'refused';
  verdict: Verdict;
  documentId: string | null;
}

export interface DeliveryDetail {
  delivery: Delivery;
  files: FileView[];
  duplicates: Duplicate[];
  timeline: TimelineEntry[];
}

export interface TypeChoice {
  id: string;
  name: string;
  englishName: string;
  abbreviation: string;
}
export interface LeaderChoice {
  postId: string;
  name: string;
  title: string;
  unitName: string;
}
export interface DeadlineChoice {
  workingDays: number;
  date: string;
}
export interface Phrase {
  id: string;
  text: string;
}
export interface Items<T> {
  items: T[];
}
