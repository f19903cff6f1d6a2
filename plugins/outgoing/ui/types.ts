// SPDX-License-Identifier: Apache-2.0
import type { LocalText, Urgency } from '@congvu/sdk';

/** Shapes of /api/v1/outgoing. */
export type DocumentState =
  | 'draft'
  | 'in_review'
  | 'to_sign'
  | 'signed'
  | 'numbered'
  | 'sealed'
  | 'issued'
  | 'recalling'
  | 'recalled'
  | 'cancelled';

export type Act =
  | 'submit'
  | 'pass'
  | 'sign'
  | 'take-signature'
  | 'number'
  | 'seal'
  | 'issue'
  | 'dispatch'
  | 'edit'
  | 'return'
  | 'withdraw'
  | 'recall'
  | 'cancel-number'
  | 'cancel';

export interface AuthorityLine {
  prefix: string;
  of: string;
}

export interface PersonValue {
  authority: AuthorityLine[];
  position: string;
  name: string;
}

/** An appendix in the same file as the document; its text is in the markup of the body. */
export interface AppendixValue {
  title: string;
  text: string;
}

export type FieldValue = string | string[] | PersonValue | AppendixValue[];
export type FieldValues = Record<string, FieldValue>;

export interface FormField {
  key: string;
  kind: 'text' | 'multiline' | 'richtext' | 'date' | 'list' | 'person' | 'appendices';
  label: LocalText;
  help?: LocalText;
  required: boolean;
  maxLength: number;
  default?: FieldValue;
  options?: { value: string; label: LocalText }[];
}

export interface FormSummary {
  id: string;
  name: LocalText;
  abbreviation: string;
  /** A document of its own, or the copy of another one. */
  category: 'document' | 'copy';
  fields: FormField[];
}

export interface SourceView {
  title: string;
  subtitle: string;
  link: string;
}

export interface FileRef {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** An appendix in a file of its own; `fileId` is the file that is delivered, sealed where it can be. */
export interface AppendixFile extends FileRef {
  fileId: string;
  sha256: string;
  position: number;
  title: string;
  takesSeal: boolean;
  isSealed: boolean;
}

export type OwnFileState = 'waiting' | 'converting' | 'checking' | 'ready' | 'failed';

export interface OwnFileFinding {
  code: string;
  value: string;
  /** 0 when it is about the whole file. */
  page: number;
}

/** Points, origin at the lower left of the page. */
export interface FieldPlace {
  field: string;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  fontSize: number;
}

/** The drafter's own DOCX or ODT that is the body of the draft. */
export interface OwnFileView {
  id: string;
  state: OwnFileState;
  ahead: number;
  problem: '' | 'no-office' | 'too-heavy' | 'damaged' | 'failed';
  source: FileRef | null;
  pdf: FileRef | null;
  pages: number;
  findings: OwnFileFinding[];
  places: FieldPlace[];
  /** Of the date's line when the file prints it, else 0. */
  printedYear: number;
  /** Message id of the place that is missing. */
  lacking: string;
}

export interface ReviewStep {
  position: number;
  kind: 'drafter' | 'unit-head' | 'office' | 'signer' | 'other';
  postId: string;
  personName: string;
  postTitle: string;
  state: 'waiting' | 'current' | 'passed' | 'returned';
  note: string;
  decidedAt: string | null;
}

export type Carriage = 'electronic' | 'email' | 'paper';
export type Standing = 'open' | 'future' | 'closed';
export type NoticeKind = 'document' | 'recall' | 'corrects' | 'amends' | 'replaces';

export interface Recipient {
  deliveryId: string;
  agencyId: string;
  name: string;
  /** "00" not sent, "sent", then the recipient's word "01" … "06"; by mail and on paper "queued", "failed" … */
  status: string;
  /** "" no recall, "13" asked, "15" given back, "16" refused. */
  recall: string;
  reason: string;
  arrivalNumber: number | null;
  updatedAt: string;
  /** Oldest first. */
  history: { status: string; reason: string; at: string }[];
  /** Its entry of the address book; the same as agencyId where the exchange does not reach it. */
  contactId: string | null;
  carriage: Carriage;
  copies: number;
  organId: string;
  email: string;
  postalAddress: string;
}

export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';

/** A mail to a recipient and how far it has come. */
export interface OutgoingMail {
  id: string;
  documentId: string;
  deliveryId: string;
  kind: NoticeKind;
  state: MailState;
  attempts: number;
  nextAt: string;
  /** How the last attempt ended, empty before the first. */
  outcome: string;
  reply: string;
  createdAt: string;
  changedAt: string;
  sentAt: string | null;
}

export interface MailRow {
  mail: OutgoingMail;
  numberAndSymbol: string;
  subject: string;
  recipientName: string;
  email: string;
}

export interface MailStanding {
  isReady: boolean;
  waiting: number;
  failed: number;
}

export type PaperState = 'waiting' | 'listed' | 'handed' | 'returned' | 'dropped';
export type PaperWay = 'post' | 'hand';

/** A document, or word about one, on paper for one recipient. */
export interface PaperItem {
  id: string;
  documentId: string;
  deliveryId: string;
  kind: NoticeKind;
  copies: number;
  state: PaperState;
  listId: string | null;
  envelope: number;
  note: string;
  createdAt: string;
  changedAt: string;
  numberAndSymbol: string;
  documentDate: string | null;
  typeName: string;
  subject: string;
  urgency: Urgency;
  recipientId: string;
  recipientName: string;
  postalAddress: string;
  aboutNumber: string;
}

export interface PaperList {
  id: string;
  year: number;
  number: number | null;
  way: PaperWay;
  carrier: string;
  note: string;
  handedOn: string | null;
  receivedBy: string;
  handedByName: string;
  createdByName: string;
  createdAt: string;
  version: number;
  items: number;
  envelopes: number;
}

export interface ContactFacts {
  organId: string;
  name: string;
  parentName: string;
  groupName: string;
  email: string;
  postalAddress: string;
  phone: string;
  validFrom: string | null;
  validUntil: string | null;
  successorId: string | null;
}

/** An entry of the address book. */
export interface Contact {
  id: string;
  facts: ContactFacts;
  successorName: string;
  isShared: boolean;
  mayChange: boolean;
  standing: Standing;
  changedByName: string;
  changedAt: string;
  version: number;
}

/** Who may be chosen as a recipient. */
export interface RecipientOption {
  agencyId: string | null;
  contactId: string | null;
  name: string;
  organId: string;
  groupName: string;
  email: string;
  postalAddress: string;
  carriages: Carriage[];
  carriage: Carriage | null;
  copies: number;
  standing: Standing;
  validFrom: string | null;
  validUntil: string | null;
  successorId: string | null;
  successorName: string;
}

/** What the link of a mail leads to. */
export interface ReceiptView {
  issuerName: string;
  recipientName: string;
  typeName: string;
  numberAndSymbol: string;
  documentDate: string | null;
  subject: string;
  issuedAt: string | null;
  confirmedBy: string;
  confirmedAt: string | null;
  isRecalled: boolean;
  recallReason: string;
  /** "" not asked, "13" asked, "15" agreed, "16" refused. */
  recallAnswer: string;
  relations: RelationView[];
  files: { id: string; name: string; sizeBytes: number }[];
}

export type RelationKind = 'corrects' | 'amends' | 'replaces';

/** A document that this one corrects, amends or replaces, or that does so to this one. */
export interface RelationView {
  kind: RelationKind;
  isOfThis: boolean;
  documentId: string;
  numberAndSymbol: string;
  typeName: string;
  subject: string;
  state: DocumentState;
  documentDate: string | null;
}

export interface DocumentView {
  id: string;
  formId: string;
  typeName: string;
  subject: string;
  urgency: Urgency;
  state: DocumentState;
  fields: FieldValues;
  draftNumber: number;
  drafterName: string;
  signerName: string;
  signerTitle: string;
  sourceDocumentId: string | null;
  sourceTaskId: string | null;
  sourceDocument: SourceView | null;
  sourceTask: SourceView | null;
  dueOn: string | null;
  symbol: string;
  /** The group of numbers that its number comes from, empty for the common one. */
  sequence: string;
  numberAndSymbol: string;
  documentDate: string | null;
  issuedAt: string | null;
  recallReason: string;
  requestId: string | null;
  file: FileRef | null;
  ownFile: OwnFileView | null;
  attachments: AppendixFile[];
  chain: ReviewStep[];
  recipients: Recipient[];
  mails: OutgoingMail[];
  papers: PaperItem[];
  relations: RelationView[];
  acts: Act[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface DocumentRow {
  id: string;
  typeName: string;
  subject: string;
  numberAndSymbol: string;
  documentDate: string | null;
  drafterName: string;
  holderName: string;
  signerName: string;
  urgency: Urgency;
  state: DocumentState;
  isReturned: boolean;
  dueOn: string | null;
  updatedAt: string;
  signedAt: string | null;
}

export interface DraftVersion {
  draftNumber: number;
  fields: FieldValues;
  authorName: string;
  authorTitle: string;
  note: string;
  createdAt: string;
  /** The own file that was its body; null where the form was. */
  ownFileId: string | null;
}

export interface DraftDefaults {
  fields: FieldValues;
  urgency: Urgency;
  recipientAgencyIds: string[];
  dueOn: string | null;
  sourceDocumentId: string | null;
  sourceDocument: SourceView | null;
  sourceTask: SourceView | null;
}

export interface Counters {
  /** Documents of the agency by state; empty for those who do not see all of them. */
  items: { state: DocumentState; documents: number }[];
  mine: number;
  returned: number;
  waiting: number;
  /** Signed and not issued by the next working day; 0 for those who do not issue. */
  late: number;
}

export interface TimelineEntry {
  id: string;
  at: string;
  actorName: string;
  postTitle: string;
  unitName: string;
  act: string;
  note: string;
  detail: Record<string, unknown>;
}
