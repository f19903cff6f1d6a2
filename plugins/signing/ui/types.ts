// SPDX-License-Identifier: Apache-2.0
import type { Urgency } from '@congvu/sdk';

/** Shapes of /api/v1/signing. */
export type KeyOwner = 'person' | 'agency';

export interface Place {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DeskRequest {
  id: string;
  signer: KeyOwner;
  title: string;
  subtitle: string;
  urgency: Urgency;
  submittedByName: string;
  link: string;
  state: 'open' | 'signed' | 'returned' | 'withdrawn';
  level: string;
  note: string;
  fieldName: string;
  place: Place | null;
  createdAt: string;
  decidedAt: string | null;
  /** Number and symbol of the main document when the file is an attachment: its mark has a place of its own. */
  attachmentOf: string;
}

/** A place that the signer chose for one request instead of the reserved field. */
export interface ChosenPlace {
  requestId: string;
  place: Place;
}

export interface SigningKey {
  id: string;
  /** Where the private key is: sealed on the server, or on a token that the agent of the desk reaches. */
  kind: 'server' | 'token';
  owner: KeyOwner;
  ownerName: string;
  label: string;
  subject: string;
  issuer: string;
  serial: string;
  notBefore: string;
  notAfter: string;
  hasImage: boolean;
  state: 'active' | 'locked' | 'removed';
  wrongPins: number;
  usable: 'yes' | 'expired' | 'not-yet-valid' | 'locked' | 'removed';
  /** Of a token's certificate, as the agent names it. */
  fingerprint: string;
}

export interface Outline {
  pages: { width: number; height: number }[];
  fields: { name: string; kind: 'text' | 'signature' | 'other'; isFilled: boolean; place: Place }[];
}

export interface SigningResult {
  requestId: string;
  isSigned: boolean;
  code: string;
  level: string;
  /** The sentence of the agent or the server, where there is no message for the code. */
  text?: string;
}

/** One act of signing many documents, which goes on in the background. */
export interface Batch {
  id: string;
  keyId: string;
  state: 'running' | 'paused' | 'finished' | 'stopped';
  total: number;
  signed: number;
  failed: number;
  createdAt: string;
  endedAt: string | null;
}

export interface BatchItem {
  position: number;
  requestId: string;
  title: string;
  state: 'waiting' | 'signed' | 'failed';
  code: string;
  level: string;
}

/** What everybody may know of an issued document. */
export interface DocumentCheck {
  code: string;
  verdict: VerificationReport['verdict'];
  issuerName: string;
  numberAndSymbol: string;
  typeName: string;
  documentDate: string;
  issuedAt: string;
  recallAskedAt: string | null;
  fingerprints: string[];
}

export interface TrustedRoot {
  id: string;
  world: string;
  subject: string;
  fingerprint: string;
  notAfter: string;
  createdAt: string;
}

export interface Finding {
  code: string;
  text: string;
  vi?: string;
  en?: string;
  severity?: string;
}

export interface SignatureReport {
  field: string;
  signer: string;
  signedAt: string | null;
  level: string;
  indication: string;
  subIndication: string;
  integrity: 'intact' | 'modified' | 'broken';
  coversWholeFile: boolean;
  findings: Finding[];
}

export interface VerificationReport {
  verdict: 'valid' | 'indeterminate' | 'invalid' | 'unsigned' | 'unreadable';
  signatures: SignatureReport[];
  changes: {
    revision: number;
    kind: string;
    allowed: boolean;
    object: string;
    text: string;
    vi?: string;
    en?: string;
  }[];
}
